/** The commands of ours that the server may put into lenses and actions: only those that take what it hands them. */
export const lensCommands = [
  'okr.checkIn',
  'okr.addReading',
  'okr.myCheckIns',
  'okr.quarterlyReport',
  'okr.closeCycle',
  'okr.openPreviewToSide',
] as const;
