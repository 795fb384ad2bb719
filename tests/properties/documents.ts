/** Documents that are right, written in every way that the language allows, and documents that are not. */
import fc from 'fast-check';

interface Entry {
  readonly line: string;
  readonly body: readonly Entry[];
}
/** How a document is written: none of it says anything. */
interface Manner {
  readonly indent: string;
  readonly lineBreak: string;
  readonly bom: boolean;
  /** Blank lines, comments and the like, one taken after another. */
  readonly between: readonly string[];
  readonly lastBreak: boolean;
}

const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** Keywords and inner words among them: a word is known by its place. */
const name = oneOf('love', 'nps', 'größe', '顧客', 'kr', 'data', 'in', 'by', 'n2', 'a-b_c', 'Objective', 'done', 'at');
const handle = oneOf('@ana', '@li.wong', '@größe', '@x_1', '@7');
const reference = fc
  .tuple(maybe(name), name, maybe(name), maybe(oneOf('2026-Q3', '2026-H2', '2026', '2026-11', 'FY27-Q1', 'summer')))
  .map(
    ([team, first, kr, cycle]) =>
      `${team === undefined ? '' : `${team}/`}${first}${kr === undefined ? '' : `.${kr}`}${cycle === undefined ? '' : ` in ${cycle}`}`,
  );
const day = fc
  .date({ min: new Date('1999-12-01'), max: new Date('2032-03-01'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10));
const cycle = oneOf('2026-Q4', '2026-h1', '2026', '2026-11', 'FY27', 'FY27-Q1', 'FY2027Q1', 'summer');

const unit = oneOf(
  '',
  '%',
  ' %',
  'x',
  ' points',
  ' new clients',
  ' MB/s',
  '   dB',
  ' EUR',
  ' a"b',
  ' 顧客',
  ' 😀',
  '\u00a0%',
);
const number = oneOf(
  '36',
  '-4.5',
  '−7',
  '1,200',
  '1_000_000',
  '0',
  '0.75',
  '1,234.5',
  '40k',
  '1.2M',
  '$1.2M',
  '-€40k',
  '€-3',
);
const value = fc
  .tuple(fc.oneof(number, fc.nat({ max: 1e6 }).map(String)), unit)
  // A dollar's sign may stand for one of Canada, and for no euro.
  .map(([n, u]) => n + (n.includes('$') ? u.replace('EUR', 'CAD') : u));
const openValue = fc.oneof({ arbitrary: value, weight: 5 }, { arbitrary: oneOf('?'), weight: 1 });
const share = oneOf('7/10', '70%', '70 %', '0.7', '0', '1');
const limit = fc.oneof(
  fc.tuple(oneOf('at least', 'at   most', 'above', 'below'), value).map(parts => parts.join(' ')),
  fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 })).map(([low, more]) => `between ${low}% and ${low + more}%`),
);

/** What a writer may put into a text: everything but a line break. */
const text = fc
  .oneof(
    {
      arbitrary: oneOf('Raise our Net Promoter Score', 'a: b # c', ': :', '# no comment', '> no quote', '"', '1,5'),
      weight: 4,
    },
    {
      arbitrary: fc.string({ unit: oneOf(...'ab :#>,"@\t\u2028\u00a0\ufeff', '😀', '\ud800', 'ß'), maxLength: 12 }),
      weight: 1,
    },
  )
  .map(words => words.trim())
  .filter(words => words !== '');
const prose = fc.tuple(oneOf(': ', ' : ', ':   ', ': '), text).map(([colon, words]) => colon + words);
const note = maybe(prose).map(words => words ?? '');
const list = (item: fc.Arbitrary<string>) =>
  fc
    .tuple(fc.array(item, { minLength: 1, maxLength: 3 }), oneOf(', ', ',', ' , '))
    .map(([items, comma]) => items.join(comma));

const line = (...parts: (string | fc.Arbitrary<string>)[]) =>
  fc.tuple(...parts.map(part => (typeof part === 'string' ? fc.constant(part) : part))).map(words => words.join(''));
const entry = (arbitrary: fc.Arbitrary<string>): fc.Arbitrary<Entry> => arbitrary.map(line => ({ line, body: [] }));
/** Some of these lines, in any order. */
const some = (...lines: fc.Arbitrary<string>[]) =>
  fc.tuple(...lines.map(maybe)).chain(chosen => {
    const entries = chosen.flatMap(line => (line === undefined ? [] : [{ line, body: [] }]));
    return fc.shuffledSubarray(entries, { minLength: entries.length });
  });
const any = (...lines: fc.Arbitrary<string>[]) => fc.array(entry(fc.oneof(...lines)), { maxLength: 4 });
const concat = (...parts: fc.Arbitrary<readonly Entry[]>[]) => fc.tuple(...parts).map(bodies => bodies.flat());

const by = maybe(handle).map(person => (person === undefined ? '' : ` by ${person}`));
const said = fc
  .tuple(
    by,
    maybe(share).map(confidence => (confidence === undefined ? '' : ` confidence ${confidence}`)),
    oneOf('', ' on-track', ' at-risk', ' off-track', ' blocked'),
  )
  .chain(parts => fc.shuffledSubarray(parts, { minLength: 3 }))
  .map(parts => parts.join(''));
const description = fc.oneof(line('>', oneOf('', ' ', '  - ', '\t'), text), oneOf('>', '>   '));
const facts = any(
  line(
    'grade ',
    maybe(day).map(date => (date === undefined ? '' : `${date} `)),
    share,
    by,
    note,
  ),
  line('dropped ', day, by, note),
  line('resumed ', day, note),
);
const everywhere = [
  line('supports ', list(reference)),
  line('tags ', list(name)),
  line('link https://example.com/', oneOf('a', 'b:c?d=1#e', ''), note),
  description,
];
const goal = [line('with ', list(handle)), line('needs ', list(reference), note), ...everywhere];
const column = oneOf('n', '"a  b"', 'column', '1,2', 'where', 'sum', 'and', '"="');
const condition = fc
  .tuple(column, oneOf(' = ', '  !=  '), oneOf('EU', '"North  America"', '2026-10-31', 'and', '=', '7/10', '@ana', '?'))
  .map(parts => parts.join(''));
/** What a `data` line says of its file, in any order; all but what it takes may be left out. */
const dataLine = (takes: fc.Arbitrary<'column' | 'count'>) =>
  takes.chain(what => {
    const words = [
      what === 'column' ? line(' column ', column) : maybe(line(' column ', column)),
      maybe(line('  date ', column)),
      maybe(fc.array(condition, { minLength: 1, maxLength: 3 }).map(all => ` where ${all.join('  and ')}`)),
      maybe(oneOf(' decimal comma', '  decimal   comma')),
      what === 'count' ? oneOf(' count') : maybe(oneOf(' last', ' sum', ' mean', ' min', ' max')),
    ];
    return fc
      .tuple(oneOf('metrics/a.csv', '"my data/x  y.csv"', '2026.json', 'date', 'where'), ...words)
      .chain(([path, ...said]) =>
        fc
          .shuffledSubarray(
            said.filter(word => word !== undefined),
            { minLength: said.filter(word => word !== undefined).length },
          )
          .map(inOrder => `data ${path}${inOrder.join('')}`),
      );
  });
const once = {
  owner: line('owner', oneOf(' ', '   '), handle),
  due: line('due ', day),
  weight: line('weight ', oneOf('2', '0.5', '0')),
  continues: line('continues ', reference),
  every: line('every ', oneOf('', '2 '), oneOf('day', 'days', 'week', 'weeks', 'month', 'quarter', 'years')),
  team: line('team ', name),
  cycle: line('cycle ', cycle),
  file: fc.oneof(dataLine(oneOf('column')), dataLine(oneOf('count'))),
};

const milestone = line(
  'milestone',
  fc
    .tuple(maybe(day), oneOf('', ' weight 3'), oneOf('', ' done', ' done 2026-10-19'))
    .map(([due, ...rest]) => [due === undefined ? '' : ` due ${due}`, ...rest])
    .chain(parts => fc.shuffledSubarray(parts, { minLength: 3 }))
    .map(parts => parts.join('')),
  prose,
);
const measure = fc.oneof(
  fc.tuple(entry(line('from ', openValue, ' to ', oneOf('50', '?', '1,200')))),
  fc.tuple(entry(line('from ', openValue, ' by ', oneOf('-30%', '25 %', '5 points')))),
  fc.tuple(entry(line('to ', value))),
  fc.tuple(entry(line('keep ', limit))),
  fc.array(entry(milestone), { maxLength: 3 }),
);
const title = maybe(prose).map(words => words ?? '');
const named = maybe(name).map(word => (word === undefined ? '' : ` ${word}`));

const keyResult: fc.Arbitrary<Entry> = fc.record({
  line: line('kr', named, title),
  body: concat(
    measure,
    some(
      once.owner,
      once.due,
      once.weight,
      once.continues,
      once.every,
      once.file,
      line('kpi ', reference),
      oneOf('aspirational', 'committed'),
    ),
    any(...goal),
    facts,
    any(
      line(
        'checkin ',
        day,
        maybe(value).map(now => (now === undefined ? '' : ` ${now}`)),
        said,
        note,
      ),
      line('target ', day, ' ', fc.oneof(value, limit), by, note),
      line('plan ', day, ' ', value, by, note),
    ),
  ),
});
const objective: fc.Arbitrary<Entry> = fc.record({
  line: line('objective', named, title),
  body: concat(
    some(
      once.owner,
      once.due,
      once.weight,
      once.continues,
      once.every,
      once.team,
      once.cycle,
      oneOf('aspirational', 'committed', 'learning'),
    ),
    any(...goal),
    facts,
    any(line('checkin ', day, said, note), line('reflect', prose)),
    fc.array(keyResult, { maxLength: 3 }),
  ),
});
const kpi: fc.Arbitrary<Entry> = fc.record({
  line: line('kpi ', name, title),
  body: concat(
    some(
      once.owner,
      once.team,
      once.every,
      once.file,
      line('follows ', reference),
      line('healthy ', limit),
      line('critical ', limit),
    ),
    any(...everywhere, line('reading ', day, ' ', value, by, note)),
  ),
});
const initiative: fc.Arbitrary<Entry> = fc.record({
  line: line('initiative', named, title),
  body: concat(
    some(
      once.owner,
      once.due,
      fc.oneof(oneOf('planned', 'active', 'done', 'dropped'), line('done ', day), line('dropped ', day, note)),
    ),
    any(...everywhere, line('needs ', list(reference))),
  ),
});
const team: fc.Arbitrary<Entry> = fc.record({
  line: line('team ', name, title),
  body: concat(
    some(line('lead ', handle), line('parent ', name), once.every),
    any(line('members ', list(handle)), description, line('reflect', prose)),
  ),
});
const period = fc.tuple(day, day).map(days => `from ${days.sort().join(' to ')}`);
const heading: fc.Arbitrary<Entry> = fc.record({
  line: line('cycle ', cycle, title),
  body: concat(
    some(once.every, fc.oneof(period, line('from ', day, ' to ?'))),
    any(description, line('reflect', prose)),
  ),
});
const person: fc.Arbitrary<Entry> = fc.record({
  line: line('person ', handle, title),
  body: concat(some(line('until ', day)), any(description)),
});

const entries = fc.array(fc.oneof(objective, kpi, initiative, team, heading, person), { maxLength: 5 });
const manner = (lineBreak: fc.Arbitrary<string>): fc.Arbitrary<Manner> =>
  fc.record({
    indent: oneOf(' ', '  ', '   ', '    ', '\t'),
    lineBreak,
    bom: oneOf(false, false, true),
    between: fc.array(
      oneOf('', '', '', '', '   ', '\t', '# a comment', '   # indented: a comment #', '        # deep'),
      { minLength: 1, maxLength: 20 },
    ),
    lastBreak: fc.boolean(),
  });

function write(roots: readonly Entry[], { indent, lineBreak, bom, between, lastBreak }: Manner): string {
  const lines: string[] = [];
  const add = (entry: Entry, depth: number) => {
    // Mostly the next line follows at once.
    const extra = between[lines.length % between.length] as string;
    if ((lines.length % 3 === 0 && extra !== '') || lines.length % 5 === 4) lines.push(extra);
    const comment =
      lines.length % 7 === 3 && /^(?:from|to|due|owner|tags|team [^:]*$|checkin [^:]*$)/.test(entry.line)
        ? '   # why'
        : '';
    lines.push(indent.repeat(depth) + entry.line + comment);
    for (const child of entry.body) add(child, depth + 1);
  };
  for (const root of roots) add(root, 0);
  return (bom ? '\ufeff' : '') + lines.join(lineBreak) + (lastBreak ? lineBreak : '');
}

const anyBreak = oneOf('\n', '\n', '\r\n', '\r');

/** Without a problem. */
export const validDocument = fc.tuple(entries, manner(anyBreak)).map(([roots, how]) => write(roots, how));

/** Pieces that mean something, and pieces that could be taken for it. */
const piece = oneOf(
  ...[
    'objective love: Love',
    'kr',
    'kr nps:Raise',
    'from 3 to',
    'from 32 to 50',
    'owner: @ana',
    'Owner @ana',
    'objectve',
    'checkin',
    '- kr',
  ],
  ...[
    '2026-10-31',
    '2026-02-30',
    '31.10.2026',
    '1,5',
    '7/10',
    '7',
    '?',
    '%',
    '-',
    '$',
    '1/0',
    '0/',
    'confidence',
    'at',
    'and',
    'in',
    'by',
    'done',
  ],
  ...[
    ' ',
    ' ',
    '  ',
    '\t',
    ': ',
    ':',
    '#',
    ' # ',
    '>',
    '> ',
    '"',
    ',',
    ', ',
    '@',
    '@ana',
    '/',
    '.',
    'https://a:b: c',
    'data "a',
    'data a column',
    'column',
    'where',
    'where a = b',
    '=',
    '!=',
    'decimal',
    'comma',
    'sum',
    'count',
  ],
  ...['\n', '\n', '\n  ', '\n    ', '\n\t', '\r', '\r\n', '\n#', '\n>', '\n  >'],
  ...['\u00a0', '\u2028', '\ufeff', '\ufeffkr', '😀', '\ud83d', '\ude00', '\u0000', '𝒳', 'é', '\u200b'],
);
const soup = fc.array(piece, { maxLength: 40 }).map(pieces => pieces.join(''));

/** A right document in which something was struck out, put in or put elsewhere, a few times. */
const mutilated = fc
  .tuple(
    validDocument,
    fc.array(fc.record({ at: fc.nat(), length: fc.nat({ max: 12 }), text: fc.oneof(piece, oneOf('')) }), {
      minLength: 1,
      maxLength: 6,
    }),
  )
  .map(([text, cuts]) =>
    cuts.reduce((left, cut) => {
      const at = cut.at % (left.length + 1);
      return left.slice(0, at) + cut.text + left.slice(at + cut.length);
    }, text),
  );

/** Anything. */
export const anyDocument = fc.oneof(
  mutilated,
  mutilated,
  soup,
  validDocument,
  fc.string({ unit: 'binary', maxLength: 60 }),
);

/** What can stand on a line after its indentation, neither nothing nor a comment. */
export const anyLine = fc
  .array(piece, { minLength: 1, maxLength: 8 })
  .map(pieces =>
    pieces
      .join('')
      .replace(/[\r\n]/g, '')
      .replace(/^[\s#]+/, ''),
  )
  .filter(text => text !== '');
