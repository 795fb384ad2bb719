/** *OKR: Show Output*. Nothing else ever opens the channel, and even this leaves the focus where it is. */
import { command, type Feature } from '../../feature.ts';

export const output: Feature = host => [
  command(host, 'okr.showOutput', 'The output could not be shown', () => host.output.show(true)),
];
