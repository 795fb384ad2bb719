/** The `id`s of a page with two views, besides the preview's own: the choice between them, and the second one. */
export const viewsId = 'okr-views';
export const alignmentRootId = 'okr-alignment';
