/** An objective is where we want to be, in words that people remember. */
import { measureText, readTitle } from '../../titles/reader.ts';
import { isSpecific } from '../../titles/specific.ts';
import { vagueWords } from '../../titles/tables/vague.ts';
import { insertAtEnd } from '../lines.ts';
import { type OpenObjective, ofObjectives } from '../method.ts';
import { placeOf, type Remedy, type Rule } from '../rule.ts';
import { firstWord, inQuotes, isProject } from '../titles.ts';

export const objectiveNumber: Rule = {
  id: 'objective-number',
  severity: 'off',
  summary: 'A number in the title of an objective',
  why: 'The objective says where you want to be, the key results say how far. The schools differ, so this rule is off unless you turn it on.',
  bad: `
    cycle 2026-Q4

    objective grow: Families bring 20% more friends
      kr second: Families who order a second time
        from 34% to 45%
      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
  `,
  good: `
    cycle 2026-Q4

    objective grow: Families bring their friends
      kr referrals: Orders that a friend sent us
        from 11% by 20%
      kr second: Families who order a second time
        from 34% to 45%
      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
  `,
  source: 'John Doerr, _Measure What Matters_: the objective is what, the key results are how.',
  today: '2026-10-02',
  checkEntry: ofObjectives(objective => {
    const { node, title } = objective;
    const [first] = readTitle(title).measures;
    if (first === undefined || node.prose === undefined) return undefined;
    const { start, end } = first.span;
    const from = node.prose.start;
    return {
      span: { start: from + start, end: from + end },
      message: `“${title.slice(start, end)}” is how far, and belongs in a key result: say here where you want to be`,
      remedies: () => moves(objective, title, first.span),
    };
  }),
};

function moves(
  { entry, node }: OpenObjective,
  title: string,
  { start, end }: { start: number; end: number },
): Remedy[] {
  const rest = `${title.slice(0, start).trimEnd()} ${title.slice(end).trimStart()}`.replace(/ (?=[,.;])/, '').trim();
  const measure = measureText(readTitle(title));
  if (measure === undefined || node.prose === undefined || rest.split(' ').length < 3) return [];
  if (readTitle(rest).reads !== 'none') return [];
  const { span, text } = insertAtEnd(entry.block, node, `kr: ${title}`, measure);
  return [
    {
      title: 'Move it into a key result',
      isPreferred: false,
      edits: [
        { place: placeOf(entry, { start: node.prose.start, end: node.prose.end }), text: rest },
        { place: placeOf(entry, span), text },
      ],
    },
  ];
}

export const objectiveActivity: Rule = {
  id: 'objective-activity',
  severity: 'hint',
  summary: 'A project that stands where an objective should',
  why: 'A project is one way of many. Say where it leads, and you may find a shorter way.',
  bad: `
    cycle 2026-Q4

    objective app: Launch the rewards app
      kr second: Families who order a second time
        from 34% to 45%
      kr referrals: Orders that a friend sent us
        from 11% to 20%
  `,
  good: `
    cycle 2026-Q4

    objective loyal: Families come back, and bring their friends
      kr second: Families who order a second time
        from 34% to 45%
      kr referrals: Orders that a friend sent us
        from 11% to 20%
  `,
  source: 'Christina Wodtke, _Radical Focus_: outcomes, not outputs.',
  today: '2026-10-02',
  checkEntry: ofObjectives(({ title }) => {
    if (!isProject(title)) return undefined;
    return `${inQuotes(title)} is a project: for whom would what be different when it is done? Make that the objective`;
  }),
};

export const objectiveTooLong: Rule = {
  id: 'objective-too-long',
  severity: 'off',
  summary: 'An objective that nobody can say by heart',
  why: 'What people cannot remember they cannot work towards.',
  bad: `
    cycle 2026-Q4

    objective love: Customers in all of our markets love our books, our calendars and our cards so much more than those of any rival
      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
      kr second: Families who order a second time
        from 34% to 45%
  `,
  good: `
    cycle 2026-Q4

    objective love: Customers love us more than any rival
      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
      kr second: Families who order a second time
        from 34% to 45%
  `,
  source: 'Christina Wodtke, _Radical Focus_: an objective is a single sentence that inspires.',
  today: '2026-10-02',
  options: { words: { default: 18, description: 'How many words the title of an objective may have.' } },
  checkEntry: ofObjectives(({ title, ground }) => {
    const limit = ground.option(objectiveTooLong, 'words');
    const count = title.split(/\s+/).length;
    if (count <= limit) return undefined;
    return `${count} words are hard to remember: say it in ${limit}, and put the rest into a description (\`> …\`)`;
  }),
};

export const objectiveVague: Rule = {
  id: 'objective-vague',
  severity: 'off',
  summary: 'An objective with nothing to get out of bed for',
  why: '“Improve efficiency” could hang in any office. An objective is about these people and this year.',
  bad: `
    cycle 2026-Q4

    objective better: Improve our service quality
      kr wait: How long a question waits
        from 12 to 4 hours
      kr solved: Questions that are solved by the first answer
        from 55% to 70%
  `,
  good: `
    cycle 2026-Q4

    objective help: Help comes before you ask twice
      kr wait: How long a question waits
        from 12 to 4 hours
      kr solved: Questions that are solved by the first answer
        from 55% to 70%
  `,
  source: 'Christina Wodtke, _Radical Focus_: an objective should make people jump out of bed.',
  today: '2026-10-02',
  checkEntry: ofObjectives(({ title }) => {
    if (!vagueWords.has(firstWord(title)) || isSpecific(title)) return undefined;
    return `Who would get out of bed for ${inQuotes(title)}? Say what would be true, for whom, and why it matters now`;
  }),
};

export const objectiveUnaligned: Rule = {
  id: 'objective-unaligned',
  severity: 'off',
  summary: 'A team’s objective that supports nothing above it',
  why: 'Not every objective has to come from above; but where none does, the company pulls in as many directions as it has teams.',
  bad: `
    team company: Papermoon
    team growth: Growth
      lead @ines
      parent company

    cycle 2026-Q4

    objective love: Customers love us more than any rival
      owner @ines
      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
      kr second: Families who order a second time
        from 34% to 45%
  `,
  good: `
    team company: Papermoon
    cycle 2026-Q4

    objective grow: Families come back, and bring their friends
      owner @nadia
      kr revenue: Sales of the quarter
        from €2.1M to €4M
      kr referrals: Orders that a friend sent us
        from 11% to 20%

    team growth: Growth
      lead @ines
      parent company

    objective love: Customers love us more than any rival
      owner @ines
      supports company/grow
      kr nps: Raise our Net Promoter Score
        from 32 to 50 points
      kr second: Families who order a second time
        from 34% to 45%
  `,
  source: 'John Doerr, _Measure What Matters_, on alignment.',
  today: '2026-10-02',
  checkEntry: ofObjectives(({ entry, title, keyResults, ground: { workspace } }) => {
    const parent = typeof entry.team === 'string' ? workspace.teams.info(entry.team).parent : undefined;
    if (parent === undefined) return undefined;
    const all = [entry.element, ...keyResults.map(({ facts }) => facts)];
    if (all.some(({ supports }) => supports.length > 0)) return undefined;
    return `What of ${workspace.teams.info(parent).title} does ${inQuotes(title)} support? Write \`supports ${parent}/…\``;
  }),
};
