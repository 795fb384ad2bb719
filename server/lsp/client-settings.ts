/** What people set in their editor: the section `okr`, as it came with the start or with a change. */

/** What holds where a client says nothing; package.json has the same, and says what each of them does. */
export const defaults = {
  'okr.inlayHints.score': true,
  'okr.inlayHints.timePassed': true,
  'okr.inlayHints.checkInChange': false,
  'okr.codeLens.enabled': true,
} as const satisfies Record<`okr.${string}`, boolean>;

export type Setting = keyof typeof defaults;

export class ClientSettings {
  private section: Readonly<Record<string, unknown>> = {};

  /** Takes what is in a section, nested as JSON nests it; what it does not speak of stays as it was. */
  take(section: unknown): void {
    if (isRecord(section)) this.section = { ...this.section, ...section };
  }

  isOn(setting: Setting): boolean {
    const value = this.read(setting);
    return typeof value === 'boolean' ? value : defaults[setting];
  }

  /** The day that everything is of, as it is written there; undefined where none is. */
  get today(): unknown {
    return this.read('okr.today');
  }

  /** `@ana`: who works here; empty where they do not say. */
  get me(): string {
    const handle = this.read('okr.me');
    return typeof handle === 'string' && handle.trim() !== '' ? `@${handle.trim().replace(/^@/, '')}` : '';
  }

  private read(name: string): unknown {
    let value: unknown = { okr: this.section };
    for (const key of name.split('.')) value = isRecord(value) ? value[key] : undefined;
    return value;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
