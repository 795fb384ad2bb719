/** Settings as layers: what a file leaves open, the one above it says, and the defaults in the end. */
import type { Rhythm } from '../model/elements.ts';
import { defaultThresholds, type KindThresholds, type Thresholds } from '../scores/thresholds.ts';
import { type Preset, severityIn } from './presets.ts';
import type { OkrJson, Severity } from './schema.ts';
import type { Settings } from './settings.ts';

interface RuleSetting {
  readonly severity: Severity | undefined;
  readonly options: ReadonlyMap<string, number>;
}

export class LayeredSettings implements Settings {
  readonly fiscalYearStart: number;
  readonly rhythm: Rhythm;
  readonly thresholds: Thresholds;
  private readonly preset: Preset;
  private readonly rules: ReadonlyMap<string, RuleSetting>;

  static readonly defaults: LayeredSettings = new LayeredSettings(
    1,
    { count: 1, unit: 'month' },
    defaultThresholds,
    'recommended',
    new Map(),
  );

  private constructor(
    fiscalYearStart: number,
    rhythm: Rhythm,
    thresholds: Thresholds,
    preset: Preset,
    rules: ReadonlyMap<string, RuleSetting>,
  ) {
    this.fiscalYearStart = fiscalYearStart;
    this.rhythm = rhythm;
    this.thresholds = thresholds;
    this.preset = preset;
    this.rules = rules;
  }

  severityOf({ id, severity }: { readonly id: string; readonly severity: Severity }): Severity {
    return this.rules.get(id)?.severity ?? severityIn(this.preset, severity);
  }
  sets(rule: string): boolean {
    return this.rules.get(rule)?.severity !== undefined;
  }
  option(rule: string, name: string): number | undefined {
    return this.rules.get(rule)?.options.get(name);
  }

  /** These settings, and above them what a file says; the same object where it says nothing. */
  with(said: OkrJson | undefined): LayeredSettings {
    if (said === undefined) return this;
    return new LayeredSettings(
      said.fiscalYearStart ?? this.fiscalYearStart,
      said.rhythm ?? this.rhythm,
      mergeThresholds(this.thresholds, said.thresholds),
      said.extends ?? this.preset,
      mergeRules(said.extends === undefined ? this.rules : limitsOf(this.rules), said.rules),
    );
  }
}

function mergeThresholds(outer: Thresholds, said: OkrJson['thresholds']): Thresholds {
  if (said === undefined) return outer;
  return {
    committed: mergeKind(outer.committed, said.committed),
    aspirational: mergeKind(outer.aspirational, said.aspirational),
    learning: mergeKind(outer.learning, said.learning),
    slack: {
      onTrack: said.slack?.onTrack ?? outer.slack.onTrack,
      atRisk: said.slack?.atRisk ?? outer.slack.atRisk,
    },
  };
}

function mergeKind(outer: KindThresholds, said: NonNullable<OkrJson['thresholds']>['committed']): KindThresholds {
  return {
    onTrack: said?.onTrack ?? outer.onTrack,
    atRisk: said?.atRisk ?? outer.atRisk,
    achieved: said?.achieved ?? outer.achieved,
  };
}

/** A preset says anew how loudly rules speak, and nothing about their limits. */
function limitsOf(rules: ReadonlyMap<string, RuleSetting>): ReadonlyMap<string, RuleSetting> {
  return new Map([...rules].map(([id, { options }]) => [id, { severity: undefined, options }]));
}

function mergeRules(outer: ReadonlyMap<string, RuleSetting>, said: OkrJson['rules']): ReadonlyMap<string, RuleSetting> {
  const rules = new Map(outer);
  for (const [id, setting] of Object.entries(said ?? {})) {
    if (setting === undefined) continue;
    const above = outer.get(id);
    const { severity, ...limits } = typeof setting === 'string' ? { severity: setting } : setting;
    const options = new Map(above?.options);
    for (const [name, limit] of Object.entries(limits)) if (typeof limit === 'number') options.set(name, limit);
    rules.set(id, { severity: severity ?? above?.severity, options });
  }
  return rules;
}
