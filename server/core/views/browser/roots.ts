/** The `id` that the page of `okr preview` and its script agree on, besides the preview's own. */
export const placeRootId = 'okr-place';
