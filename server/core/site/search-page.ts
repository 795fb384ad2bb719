/** Looks for goals and people while somebody types. The index is a script, as a page that is opened from a disk may fetch nothing. */
import { h } from 'preact';
import { mention } from '../views/person.ts';
import { standingOf } from '../wording/standing.ts';
import type { Page } from './page.ts';
import type { SiteMap } from './site-map.ts';

export const searchScript = 'search.js';

export function searchPage(): Page {
  return {
    path: 'search.html',
    title: 'Search',
    script: searchScript,
    body: h(
      'main',
      { class: 'search' },
      h('h1', null, 'Search'),
      h('label', { for: 'words' }, 'Words of an objective, a key result, a team or a person'),
      h('input', { id: 'words', type: 'search', autocomplete: 'off', spellcheck: false }),
      h('p', { id: 'count', role: 'status', class: 'quiet' }),
      h('ul', { id: 'found', class: 'goals' }),
      h('noscript', null, h('p', null, 'Searching needs JavaScript; everything else here does not.')),
    ),
  };
}

/** @returns a script that knows every goal and every person */
export function searchIndex(site: SiteMap): string {
  const goals = site.goals.map(({ objective, team, cycle, href }) => [
    objective.title || 'Untitled objective',
    `${team.title}, ${cycle.choice.id}: ${standingOf(objective).word}`,
    [objective, ...objective.keyResults].map(({ ref, title: words }) => `${ref ?? ''} ${words}`).join(' · '),
    href,
  ]);
  const people = [...site.people].map(([handle, page]) => [mention(handle), 'person', '', encodeURI(page)]);
  return `const index = ${json([...people, ...goals])};\n${script}`;
}

/** No text of a file ends the script that it is in, or a line of it. */
function json(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

const script = `const most = 50;
const words = document.getElementById('words');
const found = document.getElementById('found');
const count = document.getElementById('count');
const plain = text => text.normalize('NFD').replace(/\\p{M}/gu, '').toLowerCase();
const entries = index.map(([title, about, inside, href]) => ({ title, about, inside, href, text: plain(title + ' ' + about + ' ' + inside) }));
function show() {
  const wanted = plain(words.value).split(/\\s+/).filter(word => word !== '');
  const fits = wanted.length === 0 ? [] : entries.filter(({ text }) => wanted.every(word => text.includes(word)));
  found.replaceChildren(...fits.slice(0, most).map(({ title, about, href }) => {
    const item = document.createElement('li');
    const goal = document.createElement('div');
    const link = document.createElement('a');
    const where = document.createElement('span');
    goal.className = 'goal';
    link.href = href;
    link.dir = 'auto';
    link.textContent = title;
    where.className = 'quiet';
    where.textContent = about;
    goal.append(link, where);
    item.append(goal);
    return item;
  }));
  count.textContent = wanted.length === 0 ? '' : fits.length === 0 ? 'Nothing has these words.' : fits.length === 1 ? '1 found' : fits.length > most ? fits.length + ' found, the first ' + most + ' are here' : fits.length + ' found';
  history.replaceState(null, '', words.value === '' ? location.pathname : '#' + encodeURIComponent(words.value));
}
words.addEventListener('input', show);
if (location.hash.length > 1) words.value = decodeURIComponent(location.hash.slice(1));
show();
words.focus();
`;
