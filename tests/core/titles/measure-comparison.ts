/** Compares measures as the corpus's README says: numbers, `%` and the kind; unit words are free. */

const MAGNITUDES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9 };

/** `keep at least 99.95%` as `keep at least 99.95%`, `to $1.2M ARR` as `to 1200000`, `from ? by -30%` as it is. */
function canonical(measure: string): string {
  const words = measure.toLowerCase().replace(/(\d),(?=\d{3})/gu, '$1');
  const kind = /^(?:keep \w+(?: least| most)?|from|to)/u.exec(words)?.[0] ?? '';
  const values = words.match(/\?|\bby\b|[-+]?[$€£₹]?\d+(?:\.\d+)?(?:[kmb](?![a-z]))?[%x]?/gu) ?? [];
  return [kind, ...values.map(canonicalValue)].join(' ');
}

function canonicalValue(value: string): string {
  const parts = /^([-+]?)[$€£₹]?(\d+(?:\.\d+)?)([kmb]?)([%x]?)$/u.exec(value);
  if (!parts) return value;
  const [, sign = '', digits, magnitude = '', mark = ''] = parts;
  return `${sign}${Math.round(Number(digits) * (MAGNITUDES[magnitude] ?? 1) * 100) / 100}${mark}`;
}

/** The corpus labels a relative key result by its change: `+25%`, `-5%`, `3x`. */
function asChange(label: string): string {
  const times = /^(\d+(?:\.\d+)?)x$/u.exec(label);
  if (times) return `from ? by ${(Number(times[1]) - 1) * 100}%`;
  return /^[-+]/u.test(label) ? `from ? by ${label.replace('+', '')}` : label;
}

/** A percentage to reach may be read as one to hold, and the other way round. */
function asLevel(measure: string): string {
  return measure.replace(/^keep at least (?=\S+%$)/u, 'to ');
}

export function sameMeasure(read: string | undefined, label: string): boolean {
  return read !== undefined && asLevel(canonical(read)) === asLevel(canonical(asChange(label)));
}
