/** The five steps to begin with: they lead to commands that exist, and what they show is right. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { fromIso } from '../../server/core/calendar/day.ts';
import { openWorkspace } from '../../server/core/open-workspace.ts';

const root = new URL('../../', import.meta.url);
const { contributes } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const [walkthrough] = contributes.walkthroughs;
const steps: readonly { description: string; media: { markdown: string }; completionEvents: string[] }[] =
  walkthrough.steps;
const pages = new Map(
  steps.map(({ media }) => [media.markdown, readFileSync(new URL(media.markdown, root), 'utf8')] as const),
);
const commandsIn = (text: string) => [...text.matchAll(/\(command:([\w.]+)\)/g)].map(([, command]) => command ?? '');
const own = new Set(contributes.commands.map(({ command }: { command: string }) => command));

/** What is wrong with the OKRs of a page, under a cycle and an objective where it begins deeper; hints are for whole files. */
function said(text: string): string[] {
  const [, fence] = /```okr\n([\s\S]*?)```/.exec(text) ?? [];
  if (fence === undefined) return [];
  const heading = fence.startsWith('cycle')
    ? ''
    : 'cycle 2026-Q4\n\nobjective welcome: New customers feel at home\n  owner @ana\n\n';
  const { workspace, diagnosis } = openWorkspace('file:///w', fromIso('2026-11-28') ?? 0);
  return diagnosis
    .findings(workspace.setFile('file:///w/a.okr', heading + fence, true))
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ message }) => message);
}

describe('The walkthrough', () => {
  it('has five steps, each with a page that is packaged', () => {
    assert.equal(steps.length, 5);
    const files = readdirSync(new URL('client/walkthrough/', root)).map(name => `./client/walkthrough/${name}`);
    assert.deepEqual([...pages.keys()].sort(), files.sort());
    assert.match(readFileSync(new URL('.vscodeignore', root), 'utf8'), /^!client\/walkthrough\/\*\.md$/m);
  });
  it('leads to commands that exist, and a step is done once one of its own was called', () => {
    for (const { description, completionEvents } of steps) {
      const commands = commandsIn(description);
      assert.ok(commands.length > 0, description);
      for (const command of commands) if (command.startsWith('okr.')) assert.ok(own.has(command), command);
      assert.deepEqual(
        completionEvents,
        commands.map(command => `onCommand:${command}`),
      );
    }
  });
  it('shows OKRs that are right, and says of one what the coach says', () => {
    for (const [name, text] of pages) {
      const quoted = [...text.matchAll(/^> ?(.*)$/gm)].map(([, line]) => line).join(' ');
      assert.deepEqual(said(text), quoted === '' ? [] : [quoted], name);
    }
  });
});
