/**
 * The settings that everyone shares: those of the workspace's `okr.json`, and what others on the way down to a file
 * change for their folder. Doors tell what the files say.
 */
import { folderOf, normalUri } from '../data/uris.ts';
import { Cell, Memo } from '../model/cells.ts';
import type { Rhythm } from '../model/elements.ts';
import type { Thresholds } from '../scores/thresholds.ts';
import { LayeredSettings } from './layered-settings.ts';
import type { SettingsProblem, SettingsRead } from './read-settings.ts';
import { okrSchema, readSettings, saysRoot } from './reading.ts';
import type { OkrJson, OkrSchema, RuleOptionSpec, Severity } from './schema.ts';
import { thresholdProblems } from './threshold-order.ts';

export type { RuleOptionSpec, SettingsProblem, Severity };

export interface Settings {
  /** 1 to 12. */
  readonly fiscalYearStart: number;
  readonly rhythm: Rhythm;
  readonly thresholds: Thresholds;
  /** How loudly a rule speaks, whose own severity holds where nothing is said. */
  severityOf(rule: { readonly id: string; readonly severity: Severity }): Severity;
  /** Whether somebody said how loudly this one rule speaks, if only what it says of itself. */
  sets(rule: string): boolean;
  /** undefined: the option's own default. */
  option(rule: string, name: string): number | undefined;
}

export class SettingsTree {
  static readonly defaults: Settings = LayeredSettings.defaults;

  private readonly root: string;
  private readonly rules: readonly RuleOptionSpec[];
  private schema: OkrSchema | undefined;
  /** What the `okr.json` of a folder says, as far as it is right. */
  private readonly said = new Map<string, Cell<OkrJson | undefined>>();
  private readonly layers = new Map<string, Memo<LayeredSettings>>();
  /** The same by the folder as files spell it: looked up for each file and each rule. */
  private readonly spelled = new Map<string, Memo<LayeredSettings>>();
  private readonly reads = new Cell<ReadonlyMap<string, SettingsRead>>(new Map());
  private readonly allProblems = new Memo(() => this.collectProblems());

  /**
   * @param root the URI of the workspace's folder, without a slash at the end
   * @param options the rules that `okr.json` may set; any other is called unknown
   */
  constructor(root: string, { rules = [] }: { readonly rules?: readonly RuleOptionSpec[] } = {}) {
    this.root = normalUri(root);
    this.rules = rules;
  }

  /** True where the text of an `okr.json` makes its folder a workspace, whatever mistakes the rest of it has. */
  static isRoot(text: string): boolean {
    return saysRoot(text);
  }

  /**
   * Takes the text of an `okr.json`; undefined when it is gone. While a text is no JSON, what the file said before
   * holds. A file outside the workspace, or one that begins a workspace of its own, says nothing here.
   */
  set(uri: string, text: string | undefined): void {
    const key = normalUri(uri);
    const folder = folderOf(key);
    if (!this.holds(folder)) return;
    const reads = new Map(this.reads.peek());
    if (text === undefined || (folder !== this.root && saysRoot(text))) {
      if (!reads.delete(key)) return;
      this.say(folder, undefined);
    } else {
      this.schema ??= okrSchema(this.rules);
      const read = readSettings(text, this.schema);
      reads.set(key, folder === this.root ? read : withoutWorkspaceWide(read));
      const values = reads.get(key)?.values;
      if (values !== undefined) this.say(folder, values);
    }
    this.reads.set(reads);
  }

  /** What holds for the whole workspace. */
  get shared(): Settings {
    return this.layer(this.root).get();
  }

  /** What holds for one file. */
  of(fileUri: string): Settings {
    const folder = folderOf(fileUri);
    let layer = this.spelled.get(folder);
    if (layer === undefined) {
      const normal = normalUri(folder);
      layer = this.layer(this.holds(normal) ? normal : this.root);
      this.spelled.set(folder, layer);
    }
    return layer.get();
  }

  /** What is wrong in each `okr.json`, by its URI; those without a mistake are in it too. */
  problems(): ReadonlyMap<string, readonly SettingsProblem[]> {
    return this.allProblems.get();
  }

  private collectProblems(): ReadonlyMap<string, readonly SettingsProblem[]> {
    const all = new Map<string, readonly SettingsProblem[]>();
    for (const [uri, read] of this.reads.get()) {
      const { thresholds } = this.layer(folderOf(uri)).get();
      const problems = [...read.problems, ...thresholdProblems(thresholds, read.places)];
      all.set(
        uri,
        problems.sort((a, b) => a.start - b.start),
      );
    }
    return all;
  }

  private layer(folder: string): Memo<LayeredSettings> {
    let layer = this.layers.get(folder);
    if (layer === undefined) {
      const outer = folder === this.root ? undefined : this.layer(folderOf(folder));
      const said = this.saidIn(folder);
      layer = new Memo(() => (outer?.get() ?? LayeredSettings.defaults).with(said.get()));
      this.layers.set(folder, layer);
    }
    return layer;
  }

  private say(folder: string, values: OkrJson | undefined): void {
    const cell = this.saidIn(folder);
    // A blank or a comment more changes nothing for those who read the settings.
    if (JSON.stringify(cell.peek()) !== JSON.stringify(values)) cell.set(values);
  }

  private saidIn(folder: string): Cell<OkrJson | undefined> {
    let cell = this.said.get(folder);
    if (cell === undefined) {
      cell = new Cell<OkrJson | undefined>(undefined);
      this.said.set(folder, cell);
    }
    return cell;
  }

  private holds(folder: string): boolean {
    return folder === this.root || folder.startsWith(`${this.root}/`);
  }
}

/** Of a file below the root: a cycle's name means the same everywhere, so one folder cannot move its fiscal year. */
function withoutWorkspaceWide(read: SettingsRead): SettingsRead {
  const place = read.places.get('fiscalYearStart');
  if (place === undefined) return read;
  const { fiscalYearStart: _, ...values } = read.values ?? {};
  const message = '`fiscalYearStart` is one for the whole workspace: write it in the `okr.json` of its root folder';
  return { ...read, values, problems: [...read.problems, { ...place, message }] };
}
