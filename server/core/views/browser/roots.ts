/** The `id`s that the page of `okr preview` and its script agree on, besides the preview's own. */
export const viewsId = 'okr-views';
export const alignmentRootId = 'okr-alignment';
export const placeRootId = 'okr-place';
