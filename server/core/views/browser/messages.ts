/** The name of the event in the stream from the server of `okr preview`: what an editor sends to a preview as well. */
export const previewEvent = 'preview';
