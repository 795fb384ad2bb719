/** One object of a tool's JSON or YAML as an item: its keys are known by the names that columns have. */
import { fieldNamed, isWeak, keyOf } from './columns.ts';
import { labelOfTitle } from './labels.ts';
import { peopleIn } from './people.ts';
import {
  type ItemKind,
  item,
  type SourceCheckIn,
  type SourceItem,
  type SourcePerson,
  type TextField,
  textFields,
} from './source.ts';

export type Dictionary = Readonly<Record<string, unknown>>;

export function isDictionary(value: unknown): value is Dictionary {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A scalar as text; of an object its name, of several the texts with commas. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (Array.isArray(value))
    return value
      .map(textOf)
      .filter(text => text !== '')
      .join(', ');
  return isDictionary(value) ? textOf(pick(value, 'name', 'title', 'displayname', 'text', 'label', 'value')) : '';
}

/** The first of some keys that holds something; they are compared without case, blanks and signs. */
export function pick(object: Dictionary, ...keys: readonly string[]): unknown {
  for (const key of keys) {
    const found = Object.keys(object).find(each => keyOf(each) === key && !isNothing(object[each]));
    if (found !== undefined) return object[found];
  }
  return undefined;
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : isNothing(value) ? [] : [value];
}

/** What something is called, else its id. */
export function nameOrId(value: unknown): string {
  return textOf(value) || (isDictionary(value) ? textOf(pick(value, 'id')) : '');
}

/** Who has an id only is called by it: other files may know them. */
export function peopleOf(value: unknown): SourcePerson[] {
  return listOf(value).flatMap(each => {
    if (!isDictionary(each)) return peopleIn(textOf(each));
    const email = textOf(pick(each, 'email', 'emailid', 'mail', 'userprincipalname', 'upn'));
    const first = [textOf(pick(each, 'firstname')), textOf(pick(each, 'lastname'))]
      .filter(name => name !== '')
      .join(' ');
    const name =
      textOf(pick(each, 'name', 'displayname', 'fullname', 'username', 'handle')) ||
      first ||
      (email === '' ? textOf(pick(each, 'id', 'userid')) : '');
    return name === '' && email === '' ? [] : [{ name, email }];
  });
}

/** Objects in which a goal's numbers, or its time, may be put away. */
const groups = new Set(['outcome', 'measure', 'metric', 'measurement', 'values', 'target', 'dates', 'progress']);
const held = new Set([
  'owner',
  'owners',
  'assignee',
  'responsible',
  'dri',
  'team',
  'teams',
  'alignment',
  'parentids',
  'parents',
  'parent',
]);
const dated = new Set(['checkins', 'updates', 'history', 'checkin', 'progressupdates', 'values']);
const planned = new Set(['phasedtargets', 'milestonetargets', 'plan']);

/** @param used is told of the keys that something was made of */
export function objectItem(
  place: string,
  object: Dictionary,
  kind: ItemKind | undefined,
  used: (key: string) => void,
): SourceItem {
  const fields: Partial<Record<TextField, string>> = {};
  const take = (from: Dictionary, isInner: boolean) => {
    const entries = Object.entries(from).sort(([a], [b]) => Number(isWeak(a)) - Number(isWeak(b)));
    for (const [key, value] of entries) {
      const name = keyOf(key);
      if (isDictionary(value) && groups.has(name)) {
        if (!isInner) used(key);
        take(value, true);
        continue;
      }
      if (Array.isArray(value) && !/^(?:tags|labels)$/.test(name)) continue;
      const field = isInner && name === 'type' ? 'targetType' : fieldNamed(key);
      const text = textOf(value);
      if (text === '' || field === undefined || !isTextField(field)) continue;
      used(key);
      fields[field] ??= text;
    }
  };
  take(object, false);
  for (const key of Object.keys(object))
    if (held.has(keyOf(key)) || /^(?:title|name|type|id)$/.test(keyOf(key))) used(key);
  for (const [key, value] of Object.entries(object))
    if (Array.isArray(value) && /^(?:tags|labels)$/.test(keyOf(key))) {
      used(key);
      fields.tags = value.map(textOf).join(', ');
    }
  const { title, number } = labelOfTitle(
    textOf(pick(object, 'title', 'objective', 'keyresult', 'name', 'okr', 'goal', 'summary')),
  );
  for (const key of ['objective', 'keyresult', 'okr', 'goal', 'summary'])
    if (textOf(pick(object, key)) !== '') used(key);
  const alignment = listOf(pick(object, 'alignment')).filter(isDictionary);
  const weight = textOf(pick(alignment[0] ?? {}, 'weight'));
  if (weight !== '') fields.weight ??= weight;
  return item(place, title, {
    kind,
    type: textOf(pick(object, 'type', 'okrtype')),
    ids: [...listOf(pick(object, 'id', 'okrid', 'key', 'reference')).map(textOf), ...number].filter(id => id !== ''),
    parents: [
      ...alignment.flatMap(each => [textOf(pick(each, 'id')), textOf(pick(each, 'title'))]),
      ...listOf(pick(object, 'parentids', 'parents', 'parentid', 'parent')).flatMap(each =>
        isDictionary(each) ? [textOf(pick(each, 'id')), textOf(pick(each, 'title', 'name'))] : [textOf(each)],
      ),
    ].filter(text => text !== ''),
    owners: peopleOf(pick(object, 'owner', 'owners', 'assignee', 'responsible', 'dri')),
    teams: listOf(pick(object, 'teams', 'team'))
      .map(nameOrId)
      .filter(team => team !== ''),
    fields,
    plans: entriesOf(object, planned, used).map(each => ({
      date: textOf(pick(each, 'date', 'targetdate', 'duedate', 'enddate', 'by')),
      value: textOf(pick(each, 'value', 'target', 'targetvalue')),
    })),
    checkIns: entriesOf(object, dated, used).map((each, i) => checkInOf(`${place}, check-in ${i + 1}`, each)),
  });
}

function isTextField(field: string): field is TextField {
  return (textFields as readonly string[]).includes(field);
}

function entriesOf(object: Dictionary, keys: ReadonlySet<string>, used: (key: string) => void): Dictionary[] {
  return Object.entries(object).flatMap(([key, value]) => {
    if (!keys.has(keyOf(key)) || !Array.isArray(value)) return [];
    used(key);
    return value.filter(isDictionary);
  });
}

export function checkInOf(place: string, object: Dictionary): SourceCheckIn {
  const note = pick(object, 'checkinnote', 'note', 'notes', 'comment', 'text', 'message');
  const [by] = peopleOf(pick(object, 'checkinowner', 'by', 'owner', 'author', 'user', 'createdby'));
  return {
    place,
    date: textOf(pick(object, 'checkindate', 'date', 'activitydate', 'at', 'createdat', 'timestamp')),
    value: textOf(pick(object, 'currentvalue', 'value', 'current', 'actual')),
    status: textOf(pick(object, 'status', 'state', 'health')),
    confidence: textOf(pick(object, 'confidence')),
    by,
    note: isDictionary(note) ? noteOf(note) : textOf(note),
  };
}

/** Of a note that is there as text and as HTML, the text. */
function noteOf(note: Dictionary): string {
  const texts = Object.entries(note).map(([key, value]) => ({ key: key.toLowerCase(), text: textOf(value) }));
  const plain = texts.find(({ key, text }) => !key.includes('html') && text !== '');
  return (plain ?? texts.find(({ text }) => text !== ''))?.text ?? '';
}
