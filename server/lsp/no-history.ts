/** Nobody knows how a workspace was: its message is a sentence for people. */
export class NoHistory extends Error {}
