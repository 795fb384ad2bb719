/** The clients of a suite, which are stopped after each of its tests. */
import { afterEach } from 'mocha';
import { Client } from './client.ts';

const running: Client[] = [];

export async function startClient(...args: Parameters<typeof Client.start>): Promise<Client> {
  const client = await Client.start(...args);
  running.push(client);
  return client;
}

/** To be called in a suite that starts clients; before what removes their folders. */
export function stopClientsAfterEach(): void {
  afterEach(() => Promise.all(running.splice(0).map(client => client.stop())));
}
