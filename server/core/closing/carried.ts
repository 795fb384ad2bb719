/** What of an objective goes on in the next cycle, as lines. */
import type { Statement } from '../../../grammar/tree.ts';
import { headingOf } from '../edits/check-in.ts';
import { statementOf } from '../rules/rule.ts';
import { carriedMeasure } from './carried-measure.ts';
import { formatted, heading, type Manner, properties } from './carried-properties.ts';
import type { OpenKeyResult, OpenObjective } from './subjects.ts';

export interface CarriedKeyResult {
  readonly open: OpenKeyResult;
  readonly what: 'keep' | 'change';
}
/** A key result that follows another one goes on where that one does. */
export interface CarriedFollower {
  readonly follower: Statement;
  readonly name: string | undefined;
}
export interface Carried {
  readonly open: OpenObjective;
  readonly keyResults: readonly (CarriedKeyResult | CarriedFollower)[];
}

export interface Written {
  readonly lines: readonly string[];
  /** What of it does not go on: `growth/love.nps`, and what. */
  readonly left: readonly { readonly of: string; readonly what: string }[];
}

export function writeCarried({ open, keyResults }: Carried, manner: Manner): Written {
  const entry = open.goal;
  const root = statementOf(entry);
  const left: { of: string; what: string }[] = [];
  const body = properties(entry, root, manner, what => left.push({ of: calledOf(open), what }));
  if (manner.own !== undefined) body.unshift(`cycle ${manner.own}`);
  const { name } = entry.element;
  const lines = [heading(entry, root), ...body.map(line => `  ${line}`)];
  // In its own team a name is enough.
  if (name !== undefined) lines.push(`  continues ${name} in ${manner.cycle}`);
  for (const each of keyResults) {
    const node = 'follower' in each ? each.follower : headingOf(each.open.goal);
    const of = 'follower' in each ? heading(entry, node) : calledOf(each.open);
    const say = (what: string) => left.push({ of, what });
    const inner = properties(entry, node, manner, say);
    if ('open' in each) {
      const measure = carriedMeasure(each.open.goal, each.open.standing, each.what, manner.later);
      for (const what of measure.left) say(what);
      const { plan, name: own } = each.open.goal.keyResult;
      inner.unshift(...measure.lines);
      if (name !== undefined && own !== undefined) inner.push(`continues ${name}.${own} in ${manner.cycle}`);
      if (plan.length > 0)
        say(
          plan.length === 1
            ? 'its `plan` line: the way is another one'
            : `its ${plan.length} \`plan\` lines: the way is another one`,
        );
    }
    lines.push('', `  ${heading(entry, node)}`, ...inner.map(line => `    ${line}`));
  }
  return { lines: formatted(lines, manner.step), left };
}

export function calledOf({ subject: { ref, title } }: Pick<OpenObjective, 'subject'>): string {
  return ref ?? `“${title}”`;
}
