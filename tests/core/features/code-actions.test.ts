/** What can be changed at each mark of each fixture in `code-actions/`, and what comes of it. */
import { describe, it } from 'mocha';
import type { CodeAction } from 'vscode-languageserver-types';
import type { ActionContext } from '../../../server/core/features/code-actions/offer.ts';
import { Diagnosis } from '../../../server/core/rules/diagnosis.ts';
import { actionsAt, applied, difference } from './actions.ts';
import { eachFixture, equalsGolden, fixture } from './fixture.ts';

describe('Code actions', () => {
  eachFixture('code-actions', (name, text) => {
    it(name, async () => {
      const { context: plain, marks } = fixture(text);
      const context = { ...plain, diagnosis: new Diagnosis(plain.workspace, plain.standings) };
      const answers: string[] = [];
      for (const { uri, position, line } of marks) {
        answers.push(`${line.slice(0, position.character)}│${line.slice(position.character)}`);
        const actions = await actionsAt(context, uri, { start: position, end: position });
        answers.push(...actions.flatMap(action => inWords(context, action)), '');
      }
      equalsGolden(`code-actions/${name}.golden.txt`, answers.join('\n'));
    });
  });
});

/** Fixes are shown in full beside the rules that they belong to. */
function inWords({ workspace }: ActionContext, action: CodeAction): string[] {
  const head = `  [${action.kind}] ${action.title}${action.isPreferred === true ? ' *' : ''}`;
  if (action.command !== undefined)
    return [`${head} → ${action.command.command} ${JSON.stringify(action.command.arguments)}`];
  if (action.kind === 'quickfix') return [head];
  const files = [...applied(workspace, action)].flatMap(([uri, text]) => [
    `    ${uri.slice(workspace.root.length + 1)}`,
    ...difference(workspace.file(uri)?.document.text ?? '', text).map(line => `      ${line}`.trimEnd()),
  ]);
  const reason = action.disabled === undefined ? [] : [`    no: ${action.disabled.reason}`];
  return [head, ...reason, ...files];
}
