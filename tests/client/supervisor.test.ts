import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { CrashLimit } from '../../client/crash-limit.ts';
import { type ServerState, Supervisor } from '../../client/supervisor.ts';

/** A server whose life is in the test's hands. */
class FakeRun {
  readonly started: Promise<void>;
  answer!: () => void;
  refuse!: (why: Error) => void;
  readonly crash: (reason: string) => void;
  ended = 0;

  constructor(crashed: (reason: string) => void) {
    this.started = new Promise((resolve, reject) => {
      this.answer = resolve;
      this.refuse = reject;
    });
    // As the real one does: a crash ends the wait for its start.
    this.crash = reason => {
      this.refuse(new Error(reason));
      crashed(reason);
    };
  }

  async end(): Promise<void> {
    this.ended += 1;
    this.refuse(new Error('ended'));
  }
}

/** Lets everything run that waits for nothing but its turn. */
const settle = () => new Promise(resolve => setImmediate(resolve));

function supervised(restarts = 2) {
  const runs: FakeRun[] = [];
  const states: ServerState[] = [];
  const supervisor = new Supervisor(
    crashed => {
      const run = new FakeRun(crashed);
      runs.push(run);
      return run;
    },
    new CrashLimit({ restarts, within: 60_000 }),
    state => states.push(state),
  );
  const kinds = () => states.map(state => ('again' in state && state.again ? `${state.kind} again` : state.kind));
  return { supervisor, runs, kinds };
}

describe('the supervisor of the language server', () => {
  it('is starting, then ready', async () => {
    const { supervisor, runs, kinds } = supervised();
    const start = supervisor.start();
    assert.deepEqual(kinds(), ['starting']);
    runs[0]?.answer();
    await start;
    assert.deepEqual(kinds(), ['starting', 'ready']);
    assert.equal(await supervisor.ready(), runs[0]);
  });

  it('starts a crashed server again', async () => {
    const { supervisor, runs, kinds } = supervised();
    const start = supervisor.start();
    runs[0]?.answer();
    await start;
    runs[0]?.crash('killed');
    runs[1]?.answer();
    assert.equal(await supervisor.ready(), runs[1]);
    assert.deepEqual(kinds(), ['starting', 'ready', 'starting again', 'ready again']);
  });

  it('has whoever asks while it crashes wait for the next start', async () => {
    const { supervisor, runs } = supervised();
    void supervisor.start();
    const asked = supervisor.ready();
    runs[0]?.crash('killed');
    runs[1]?.answer();
    assert.equal(await asked, runs[1]);
  });

  it('gives up on a server that crashes again and again, and says why', async () => {
    const { supervisor, runs, kinds } = supervised(2);
    void supervisor.start();
    const asked = supervisor.ready();
    for (let crash = 0; crash < 3; crash++) runs[crash]?.crash('out of memory');
    assert.equal(runs.length, 3);
    assert.deepEqual(kinds(), ['starting', 'starting again', 'starting again', 'error']);
    assert.match(JSON.stringify(supervisor.state), /keeps crashing.*out of memory/);
    await assert.rejects(asked, /not running/);
  });

  it('does not start again a server that refuses to start', async () => {
    const { supervisor, runs, kinds } = supervised();
    const start = supervisor.start();
    runs[0]?.refuse(new Error('no such file'));
    await start;
    assert.deepEqual(kinds(), ['starting', 'error']);
    assert.match(JSON.stringify(supervisor.state), /could not start: no such file/);
    assert.equal(runs[0]?.ended, 1);
  });

  it('comes back by a restart after it gave up, with its crashes forgotten', async () => {
    const { supervisor, runs, kinds } = supervised(1);
    void supervisor.start();
    runs[0]?.crash('killed');
    runs[1]?.crash('killed');
    assert.equal(supervisor.state.kind, 'error');
    const restart = supervisor.restart();
    await settle();
    runs[2]?.answer();
    await restart;
    runs[2]?.crash('killed');
    assert.deepEqual(kinds().slice(-5), ['error', 'stopped', 'starting', 'ready', 'starting again']);
  });

  it('restarts once however often it is asked', async () => {
    const { supervisor, runs } = supervised();
    void supervisor.start();
    const restarts = [supervisor.restart(), supervisor.restart(), supervisor.restart()];
    assert.equal(new Set(restarts).size, 1);
    await settle();
    runs[1]?.answer();
    await Promise.all(restarts);
    assert.equal(runs.length, 2);
    assert.equal(runs[0]?.ended, 1);
  });

  it('leaves a server that was stopped alone, also when it crashes late', async () => {
    const { supervisor, runs, kinds } = supervised();
    const start = supervisor.start();
    runs[0]?.answer();
    await start;
    await supervisor.stop();
    runs[0]?.crash('killed');
    assert.deepEqual(kinds(), ['starting', 'ready', 'stopped']);
    assert.equal(runs.length, 1);
    await assert.rejects(supervisor.ready(), /not running/);
  });
});

describe('the limit of crashes', () => {
  it('forgives a few in a while', () => {
    const limit = new CrashLimit({ restarts: 2, within: 1000 });
    assert.deepEqual(
      [0, 100, 200].map(now => limit.allowsRestart(now)),
      [true, true, false],
    );
  });
  it('forgives any number that are far apart', () => {
    const limit = new CrashLimit({ restarts: 1, within: 1000 });
    assert.deepEqual(
      [0, 1001, 2002, 3003].map(now => limit.allowsRestart(now)),
      [true, true, true, true],
    );
  });
  it('forgets what was before a restart by hand', () => {
    const limit = new CrashLimit({ restarts: 1, within: 1000 });
    limit.allowsRestart(0);
    limit.forget();
    assert.equal(limit.allowsRestart(1), true);
  });
});
