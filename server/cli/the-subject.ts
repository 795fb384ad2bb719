import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { LoadedWorkspace } from '../disk/load-workspaces.ts';
import type { Session } from './session.ts';
import { nearestRef, type Subject, subjectsOf } from './show/find.ts';
import { NothingThere, UsageError } from './usage.ts';

export interface FoundSubject {
  readonly loaded: LoadedWorkspace;
  readonly subject: Subject;
}

/**
 * The one element that a REF on the command line means, in some workspaces.
 * @param cycle the one to look in; undefined: that of the REF, else the current one
 * @param command whose option `--in` says which workspace, for what is said where it is not clear: `show`
 * @throws UsageError with what is near where there is none, and with all of them where there are several
 */
export function theSubject(
  session: Session,
  workspaces: readonly LoadedWorkspace[],
  ref: string,
  cycle: string | undefined,
  command: string,
): FoundSubject {
  const found = workspaces.flatMap(loaded =>
    subjectsOf(loaded.workspace, ref, cycle).map(subject => ({ loaded, subject })),
  );
  const [only] = found;
  if (only === undefined) throw new NothingThere(nothing(session, workspaces, ref, command));
  if (found.length > 1) {
    const refs = [...new Set(found.map(({ subject }) => `\`${subject.ref}\``))].slice(0, 5);
    const advice = refs.length > 1 ? 'say which' : 'say in which workspace with `--in`';
    throw new UsageError(`\`${ref}\` may be ${refs.join(' or ')}: ${advice}`);
  }
  return only;
}

function nothing({ io }: Session, workspaces: readonly LoadedWorkspace[], ref: string, command: string): string {
  if (existsSync(resolve(io.cwd, ref))) return `\`${ref}\` is a path: \`okr ${command} --in ${ref}\``;
  const near = workspaces.flatMap(({ workspace }) => nearestRef(workspace, ref) ?? []);
  const meant = near.length === 0 ? '; `okr show` lists them' : `: did you mean \`${near[0]}\`?`;
  return `There is no objective, key result, KPI or initiative \`${ref}\`${meant}`;
}
