/** A workspace as pages: every link leads somewhere, every goal and every person has a page, and no text gets out. */
import assert from 'node:assert/strict';
import { posix } from 'node:path';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { fromIso } from '../../../server/core/calendar/day.ts';
import { openWorkspace } from '../../../server/core/open-workspace.ts';
import { Addresses } from '../../../server/core/site/addresses.ts';
import { siteFiles } from '../../../server/core/site/site.ts';
import { sampleCompany } from './sample-company.ts';

const today = fromIso('2026-11-21') as number;

function filesOf(texts: Readonly<Record<string, string>>, title = 'Papermoon'): ReadonlyMap<string, string> {
  const { workspace, standings } = openWorkspace('file:///w', today);
  for (const [name, text] of Object.entries(texts)) workspace.setFile(`file:///w/${name}`, text, false);
  return new Map([...siteFiles(workspace, standings, title)].map(({ path, text }) => [path, text]));
}

/** What each page leads to, as the path of a file and an `id` in it. */
function linksIn(files: ReadonlyMap<string, string>) {
  return [...files].flatMap(([path, text]) =>
    path.endsWith('.html')
      ? [...text.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, href = '']) => {
          const [file = '', id] = decodeURI(href.replaceAll('&amp;', '&')).split('#');
          return { path, file: file === '' ? path : posix.join(posix.dirname(path), file), id };
        })
      : [],
  );
}

/** The two ways in which a page shows the alignment. */
const listOf = (page = '') => page.slice(page.indexOf('<ul class="goals tree">'));
const drawingOf = (page = '') => /<div class="drawing.*?(?=<ul class="goals tree">)/s.exec(page)?.[0] ?? '';

describe('a site', () => {
  const files = filesOf(sampleCompany());

  it('has a page for each cycle, each team in it and each person', () => {
    for (const path of [
      'index.html',
      'alignment.html',
      'kpis.html',
      'people.html',
      'search.html',
      'cycles/2026-q4.html',
      'cycles/2026.html',
      'teams/growth/2026-q4.html',
      'teams/company/2026.html',
      'people/ines.html',
    ])
      assert.ok(files.has(path), path);
  });

  it('compares a cycle, and each team in it, with the one before', () => {
    for (const path of ['index.html', 'cycles/2026-q4.html', 'teams/growth/2026-q4.html'])
      assert.match(files.get(path) ?? '', /After as many days the cycle before, 2026-Q3, stood at 0\.\d\d \(/, path);
    assert.match(files.get('cycles/2026-q3.html') ?? '', /<h1/);
    assert.doesNotMatch(files.get('cycles/2026-q3.html') ?? '', /cycle before/);
  });

  it('has no link that leads nowhere', () => {
    const links = linksIn(files);
    assert.ok(links.length > 300);
    for (const { path, file, id } of links) {
      const target = files.get(file);
      assert.ok(target !== undefined, `${path} leads to ${file}`);
      if (id !== undefined) assert.ok(target.includes(` id="${id}"`), `${path} leads to ${id} in ${file}`);
    }
  });

  it('leads from what supports a goal to that goal, and from an owner to their page', () => {
    const page = files.get('teams/growth/2026-q4.html') ?? '';
    assert.match(
      page,
      /<a href="\.\.\/\.\.\/teams\/company\/2026\.html#objective-1"><bdi>company\/grow\.referrals<\/bdi><\/a>/,
    );
    assert.match(page, /<a href="\.\.\/\.\.\/people\/ines\.html"><bdi>@ines<\/bdi><\/a>/);
  });

  it('has every KPI on a page of its own, which the key results that it feeds lead to and back', () => {
    const page = files.get('kpis.html') ?? '';
    assert.equal(page.match(/<li class="tile /g)?.length, 11);
    assert.match(page, /<h3 class="kpis-team" dir="auto">Growth<\/h3>/);
    assert.match(
      page,
      /feeds <a href="teams\/growth\/2026-q4\.html#objective-\d+"><bdi>growth\/love\.tickets<\/bdi><\/a>/,
    );
    assert.match(
      files.get('teams/growth/2026-q4.html') ?? '',
      /Measured by the KPI <a href="\.\.\/\.\.\/kpis\.html#kpi-\d+"><bdi>growth\/upload-tickets<\/bdi><\/a>/,
    );
  });

  it('shows each goal under what it supports, and once', () => {
    const page = listOf(files.get('alignment.html'));
    const titles = [...page.matchAll(/<div class="goal">.*?<a [^>]*>(.*?)<\/a>/g)].map(([, title]) => title);
    assert.equal(new Set(titles).size, titles.length);
    const above = page.indexOf('Families come back, and bring their friends');
    const below = page.indexOf('Customers love their book so much that they show it around');
    assert.ok(above > 0 && above < below);
    assert.match(page.slice(above, below), /<ul class="goals tree">/);
  });

  it('draws who supports whom, and each objective in it leads to where it stands', () => {
    const drawing = drawingOf(files.get('alignment.html'));
    assert.match(
      drawing,
      /<a href="teams\/growth\/2026-q4\.html#objective-\d+" class="box [^"]*" title="Customers love their book so much that they show it around">/,
    );
    assert.equal(drawing.match(/ class="box /g)?.length, drawing.match(/<a href="[^"]*" class="box /g)?.length);
    assert.match(drawing, /class="tie supports"/);
    // What is tied to nothing is in the list alone.
    assert.doesNotMatch(drawing, /<text class="loose"/);
  });

  it('draws nothing where nothing is tied, nor what fits on no screen', () => {
    const supporters = (count: number) =>
      `cycle 2026-Q4\nobjective top: Top\n  kr one: One\n    to 1\n${Array.from({ length: count }, (_, i) => `objective o${i}: O ${i}\n  supports top\n  kr one: One ${i}\n    to 1\n`).join('')}`;
    const drawn = (text: string) => drawingOf(filesOf({ 'a.okr': text }).get('alignment.html')) !== '';
    assert.deepEqual([0, 1, 199, 200].map(supporters).map(drawn), [false, true, true, false]);
  });

  it('ends where goals support each other round in a circle', () => {
    const goal = (name: string, to: string) =>
      `objective ${name}: Goal ${name}\n  supports ${to}\n  kr one: One\n    to 1\n`;
    const page = filesOf({ 'a.okr': `cycle 2026-Q4\n${goal('a', 'b')}${goal('b', 'c')}${goal('c', 'a')}` }).get(
      'alignment.html',
    );
    for (const part of [listOf(page), drawingOf(page)])
      for (const name of ['a', 'b', 'c']) assert.equal(part.split(`>Goal ${name}<`).length, 2);
  });

  it('lets no text of a file out of its place', () => {
    const evil = '</script><img src=x onerror=alert(1)>"\'`\u2028';
    const text = `team growth: ${evil}\ncycle 2026-Q4: ${evil}\nobjective love: ${evil}\n  owner @ana\n  kr nps: ${evil}\n    to 5\n`;
    const hostile = filesOf({ 'a.okr': text }, evil);
    for (const [path, page] of hostile) {
      if (path.endsWith('.html')) assert.doesNotMatch(page, /<img|onerror=alert\(1\)>[^&]*<\/script>/);
    }
    const script = hostile.get('search.js') ?? '';
    assert.doesNotMatch(script, /<\/script|\u2028/);
    const index = new Function(`${script.slice(0, script.indexOf('\n'))} return index;`)() as string[][];
    assert.ok(index.some(([title]) => title === evil.trim()));
  });

  it('says what to do where there is nothing yet', () => {
    assert.match(
      filesOf({ 'a.okr': 'team growth\n' }).get('index.html') ?? '',
      /There are no objectives in a cycle yet/,
    );
  });
});

describe('addresses', () => {
  it('are names that every disk takes, one for each name', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('a', 'A', 'con', 'index', '../x', 'ä', 'a\u0308'))),
        names => {
          const addresses = new Addresses();
          const found = names.map(name => addresses.of(name));
          for (const address of found) assert.match(address, /^[\p{L}\p{M}\p{N}_-]+$/u);
          assert.deepEqual(
            names.map(name => addresses.of(name)),
            found,
          );
          const folded = new Set(found.map(address => address.normalize('NFC').toLowerCase()));
          assert.equal(folded.size, new Set(names).size);
        },
      ),
    );
  });
});
