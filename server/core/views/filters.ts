/**
 * What of the report to show: by team, owner, status and words; how it is grouped, and how dense.
 */
import { h, type JSX } from 'preact';
import type { Report } from '../reports/report.ts';
import { count } from '../wording/words.ts';
import { type Choice, FILTERS, type Filter, hiding, isFiltered, isSet, type Option, optionsOf } from './choice.ts';

interface FiltersProps {
  readonly report: Report;
  /** What the filters have left of it. */
  readonly shown: Report;
  /** There are objectives of several cycles to show. */
  readonly cycles: boolean;
  readonly choice: Choice;
}

/** A list to choose from is there where there is more than one thing to choose, and while something is chosen in it. */
export function Filters({ report, shown, cycles, choice }: FiltersProps): JSX.Element {
  const options = optionsOf(report);
  const select = (filter: Exclude<Filter, 'text'>, all: string) =>
    (options[filter].length > 1 || isSet(choice, filter)) &&
    h(Choose, {
      name: filter,
      label: NAMES[filter],
      value: choice[filter] ?? ALL,
      options: [{ value: ALL, label: all }, ...withChosen(options[filter], choice[filter])],
    });
  return h(
    'div',
    { class: 'filters', role: 'search', 'aria-label': 'Filter' },
    h('input', {
      type: 'search',
      name: 'text',
      'aria-label': 'Filter by words',
      placeholder: 'Filter by words',
      autocomplete: 'off',
      spellcheck: false,
      dir: 'auto',
      value: choice.text,
    }),
    select('team', 'All teams'),
    select('owner', 'All owners'),
    select('status', 'Any status'),
    h(Choose, {
      name: 'by',
      label: 'Group by',
      value: choice.by,
      options: [
        { value: 'team', label: 'By team' },
        { value: 'owner', label: 'By owner' },
        ...(cycles || choice.by === 'cycle' ? [{ value: 'cycle', label: 'By cycle' }] : []),
      ],
    }),
    h(
      'button',
      { type: 'button', class: 'button', 'data-density': '', 'aria-pressed': choice.compact ? 'true' : 'false' },
      'Compact',
    ),
    h('p', { class: 'shown', role: 'status' }, isFiltered(choice) && shownInWords(report, shown)),
    isFiltered(choice) && h(ClearButton, { filter: 'all', children: 'Show all' }),
  );
}

/** Where the filters leave nothing: which of them it is, and a way out of each. */
export function NothingChosen({ report, choice }: Omit<FiltersProps, 'shown' | 'cycles'>): JSX.Element {
  const set = FILTERS.filter(filter => isSet(choice, filter));
  return h(
    'div',
    { class: 'empty' },
    h('p', { class: 'empty-message' }, `Nothing is ${set.map(filter => said(report, choice, filter)).join(' and ')}.`),
    h(
      'p',
      { class: 'ways-out' },
      hiding(report, choice).map(({ filter, objectives }) =>
        h(ClearButton, {
          key: filter,
          filter,
          children: `Without ${filter === 'text' ? 'these words' : `this ${filter}`}${objectives === 0 ? '' : `: ${count(objectives, 'objective')}`}`,
        }),
      ),
      set.length > 1 && h(ClearButton, { key: 'all', filter: 'all', children: 'Show all' }),
    ),
  );
}

/** No team, owner or status is called so. */
export const ALL = '*';

const NAMES = { team: 'Team', owner: 'Owner', status: 'Status' } as const;

function said(report: Report, choice: Choice, filter: Filter): string {
  if (filter === 'text') return `found by “${choice.text.trim()}”`;
  const label = withChosen(optionsOf(report)[filter], choice[filter]).find(
    ({ value }) => value === choice[filter],
  )?.label;
  if (filter === 'status') return label ?? '';
  return choice[filter] === '' ? `of ${label?.toLowerCase()}` : `of ${label}`;
}

/** What was chosen before the text changed can still be seen, and be chosen away. */
function withChosen(options: readonly Option[], chosen: string | null): readonly Option[] {
  return chosen === null || options.some(({ value }) => value === chosen)
    ? options
    : [...options, { value: chosen, label: chosen }];
}

/** `4 of 12 objectives, 7 of 31 key results` */
function shownInWords(report: Report, shown: Report): string {
  const keyResults = ({ objectives }: Report) => objectives.reduce((sum, each) => sum + each.keyResults.length, 0);
  return `${shown.objectives.length} of ${count(report.objectives.length, 'objective')}, ${keyResults(shown)} of ${count(keyResults(report), 'key result')}`;
}

function ClearButton({
  filter,
  children,
}: {
  readonly filter: Filter | 'all';
  readonly children: string;
}): JSX.Element {
  return h('button', { type: 'button', class: 'button', 'data-clear': filter }, children);
}

interface ChooseProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
}

function Choose({ name, label, value, options }: ChooseProps): JSX.Element {
  return h(
    'label',
    null,
    h('span', { class: 'unseen' }, label),
    h(
      'select',
      { name, value },
      options.map(option =>
        h('option', { key: option.value, value: option.value, selected: option.value === value }, option.label),
      ),
    ),
  );
}
