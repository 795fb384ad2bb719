/** The `id` of the element that the preview's script draws into: the one thing that the page and its script agree on. */
export const rootId = 'okr-preview';
