/**
 * To be awaited after each document's worth of work: other messages get their turn, and it throws when the answer is no
 * longer wanted. Tests and the command line hand in `noPause`.
 */
export type Pause = () => Promise<void>;

export const noPause: Pause = async () => {};
