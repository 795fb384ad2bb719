/** Where each rule is explained: its identifier is the anchor. */
export const rulesPage = 'https://github.com/okrs-as-code/okr/blob/main/server/core/rules/README.md';
