/** What a person does in the scenario, and what they must see; all that depends on the sample. Lines are from 1. */
export interface Story {
  /** The day it happens on: scores and forecasts depend on it. */
  readonly today: string;
  /** Who is in front of it: the owner of little, so that what they say is signed. */
  readonly me: string;
  /** A file of the folder. Every step starts from it as it is on disk. */
  readonly file: string;
  /** A new line, typed below one, in which a word is wrong. */
  readonly typo: {
    readonly below: number;
    readonly typed: string;
    readonly word: string;
    readonly message: RegExp;
    readonly fix: RegExp;
    /** The whole line, once fixed. */
    readonly fixed: string;
  };
  /** A new key result that nobody can measure. */
  readonly unmeasurable: {
    readonly below: number;
    readonly typed: string;
    readonly title: string;
    readonly message: RegExp;
  };
  readonly hover: { readonly on: string; readonly line: number; readonly says: RegExp };
  readonly completion: {
    readonly below: number;
    readonly typed: string;
    readonly label: string;
    /** What the line is then. */
    readonly becomes: RegExp;
  };
  /** Keys at a place that change the score at the head of the preview. */
  readonly edit: {
    readonly line: number;
    readonly column: number;
    readonly keys: readonly string[];
    readonly before: string;
    readonly after: string;
  };
  /** Words to filter the preview by, how much that leaves, and a key result that is not among it. */
  readonly filter: { readonly words: string; readonly leaves: string; readonly without: string };
  /** What a preview by owner has for a heading, and what it leaves out where it is brief. */
  readonly grouped: { readonly owner: string; readonly note: string };
  /** What needs attention, and the line that it comes from. */
  readonly attention: { readonly on: string; readonly line: number };
  /** The first day of the cycle, as the preview says it. */
  readonly lookBack: { readonly first: string };
  /** A title in the preview, and the line that it comes from. */
  readonly click: { readonly on: string; readonly line: number };
  /** An objective in the map of the alignment, and its line. */
  readonly map: { readonly on: string; readonly line: number };
  /** A key result in the view of objectives, and the line in it that the cursor is on. */
  readonly outline: { readonly line: number; readonly row: string };
  /** A check-in at a line: what is answered, and the line that is new. */
  readonly checkIn: {
    readonly at: number;
    readonly title: string;
    readonly value: string;
    readonly wrong: { readonly value: string; readonly says: RegExp };
    readonly confidence: string;
    readonly status: string;
    readonly note: string;
    readonly line: number;
    readonly becomes: string;
  };
  /** A milestone that is ticked in the preview, and what its line is then. */
  readonly tick: { readonly on: string; readonly line: number; readonly becomes: string };
  /** A KPI that an objective is written for in the preview of its file, and the line that begins it. */
  readonly objectiveFor: {
    readonly file: string;
    readonly on: string;
    readonly line: number;
    readonly becomes: string;
  };
  /** How sure somebody is of a key result, and how it stands, one after the other; and the line after each of them. */
  readonly say: {
    readonly on: string;
    readonly confidence: string;
    readonly status: string;
    readonly line: number;
    readonly becomes: readonly [string, string];
  };
  /** What the status bar says of the cycle that runs. */
  /** What of mine is due: what the reminder says, what is answered for one and skipped for the other, and the sum. */
  readonly mine: {
    readonly reminder: RegExp;
    readonly titles: readonly [string, string];
    readonly value: string;
    readonly note: string;
    /** What was said last, which Enter takes. */
    readonly confidence: string;
    readonly sum: RegExp;
    readonly file: string;
    readonly line: number;
    readonly becomes: string;
    /** What is said of the other one afterwards, which has no measure. */
    readonly unmeasured: { readonly line: number; readonly confidence: string; readonly becomes: string };
  };
  readonly cycle: RegExp;
  /** A cycle that has ended: whose, what is asked in turn, and the lines that are new; `opens` is where the next one begins. */
  readonly close: {
    readonly cycle: RegExp;
    /** The title of the list of teams. */
    readonly asks: string;
    readonly team: string;
    readonly titles: readonly string[];
    /** Of the first one, and why. */
    readonly grade: string;
    readonly why: string;
    readonly learned: string;
    readonly message: RegExp;
    readonly opens: string;
    readonly file: string;
    readonly line: number;
    readonly becomes: string;
  };
  /** One that is closed into a file that is not there yet: of what is asked in turn, whether it may go on by itself. */
  readonly closeAndUndo: {
    readonly cycle: RegExp;
    readonly asks: string;
    readonly team: string;
    readonly goesOn: readonly boolean[];
    readonly grade: string;
    readonly message: RegExp;
    readonly made: string;
    readonly file: string;
    /** Where the grade is written, and what stands there before. */
    readonly line: number;
    readonly becomes: string;
    readonly was: string;
  };
  /** A Markdown file with an example: what it says under the mouse, and a line in it, typed below one, that is wrong. */
  readonly markdown: {
    readonly file: string;
    readonly below: number;
    readonly typed: string;
    readonly word: string;
    readonly message: RegExp;
    readonly hover: { readonly on: string; readonly line: number; readonly says: RegExp };
  };
  /** A file to be put into the folder in Latin-1, and the word on its first line that is underlined. */
  readonly encoding: {
    readonly file: string;
    readonly text: string;
    readonly word: string;
    readonly message: RegExp;
  };
  /** A mistake, typed at the end of a line of the settings. */
  readonly settings: {
    readonly file: string;
    readonly line: number;
    readonly typed: string;
    readonly word: string;
    readonly message: RegExp;
  };
  /** A key result's line, typed below one, that asks for a file outside of the folder. */
  readonly outside: {
    readonly below: number;
    readonly typed: string;
    readonly word: string;
    readonly message: RegExp;
  };
  /** What the extension brings beside the language. */
  readonly own: {
    /** How the view can be grouped, and a line that it then has. */
    readonly groups: readonly (readonly [by: string, row: string])[];
    /** A line of the view, the card under the mouse and the legend at its end. */
    readonly row: { readonly text: string; readonly says: RegExp; readonly legend: RegExp };
    readonly hint: { readonly line: number; readonly says: RegExp };
    /** The first lens of this name. */
    readonly lens: string;
    /** Of a KPI in another file, and the line that is new there. */
    readonly reading: {
      readonly title: string;
      readonly value: string;
      readonly note: string;
      readonly told: RegExp;
      readonly line: number;
      readonly becomes: string;
    };
    /** A target that is moved, and an action on the same key result; each is told on the line that is new. */
    readonly happenings: {
      readonly at: number;
      readonly line: number;
      readonly same: { readonly value: string; readonly says: RegExp };
      readonly value: string;
      readonly why: string;
      readonly target: string;
      readonly action: string;
      readonly acted: string;
    };
    readonly goTo: { readonly typed: string; readonly title: string; readonly line: number };
    readonly link: { readonly at: number; readonly text: string };
    readonly alignment: {
      readonly at: number;
      readonly title: RegExp;
      readonly supporter: string;
      readonly nowhere: { readonly at: number; readonly says: RegExp };
    };
    /** A name, and a file that refers to it. */
    readonly references: { readonly line: number; readonly column: number; readonly file: string };
    /** A new name at a place, which another one has. */
    readonly rename: {
      readonly line: number;
      readonly column: number;
      readonly name: string;
      readonly says: RegExp;
    };
    /** Lines typed below one, because of which what then stands at a place cannot be moved. */
    readonly refusedMove: {
      readonly below: number;
      readonly typed: readonly string[];
      readonly at: number;
      readonly title: string;
      readonly says: RegExp;
    };
    /** The first line of what is new, and where it then stands. */
    readonly newElements: readonly {
      readonly what: string;
      readonly at: number;
      readonly line: number;
      readonly becomes: string;
    }[];
    /** What the story's file is marked with. */
    readonly badge: RegExp;
    readonly cycleTooltip: RegExp;
  };
  readonly report: {
    /** What to choose in the lists that it asks with, in this order. */
    readonly choices: readonly RegExp[];
    readonly says: readonly RegExp[];
  };
  readonly agenda: {
    /** Whose meeting it is. */
    readonly choice: RegExp;
    readonly heading: string;
    readonly says: readonly RegExp[];
  };
  readonly digest: {
    /** Whose, and of how many days. */
    readonly choices: readonly RegExp[];
    readonly heading: string;
    readonly says: readonly RegExp[];
  };
}

/** The sample of a company, on a Saturday in the middle of its fourth quarter. */
export const company: Story = {
  today: '2026-11-21',
  me: '@grace',
  file: 'growth/2026-Q4.okr',
  typo: {
    below: 10,
    typed: 'suports company/grow.revenue',
    word: 'suports',
    message: /supports/,
    fix: /supports/,
    fixed: '  supports company/grow.revenue',
  },
  unmeasurable: {
    below: 13,
    typed: 'kr happy: Make our customers happier',
    title: 'Make our customers happier',
    message: /How would you notice/,
  },
  // From 35 to 48 (the target since November), now 44: 9 of 13 points.
  hover: { on: 'Raise our Net Promoter Score', line: 17, says: /0\.69|69\s?%/ },
  completion: { below: 13, typed: 'wei', label: 'weight', becomes: /^ {2}weight/ },
  // Backspace behind “44” and an 8: the key result has reached its target.
  edit: { line: 25, column: 26, keys: ['Backspace', '8'], before: '0.53', after: '0.56' },
  grouped: { owner: '@ines', note: 'Better words helped a little' },
  filter: {
    words: 'promoter',
    leaves: '1 of 3 objectives, 1 of 11 key results',
    without: 'Cut the weekly questions about uploads',
  },
  attention: { on: 'Nobody leaves without a present for grandma', line: 34 },
  lookBack: { first: '1\u00a0October 2026' },
  click: { on: 'Raise our Net Promoter Score', line: 17 },
  map: { on: 'Customers love their book so much that they show it around', line: 6 },
  outline: { line: 18, row: 'Raise our Net Promoter Score' },
  checkIn: {
    at: 17,
    title: 'Raise our Net Promoter Score',
    value: '47',
    wrong: { value: '47%', says: /it is measured in “points”/ },
    confidence: '8/10',
    status: 'on track',
    note: 'The cards work',
    line: 26,
    becomes: '    checkin 2026-11-21 47 points by @grace confidence 8/10 on-track: The cards work',
  },
  mine: {
    reminder: /“People feel proud to work here” has had no check-in for more than 7 weeks\./,
    titles: ['People feel proud to work here', '"I feel ready to lead"'],
    value: '3.9',
    note: 'Half of them answered',
    confidence: '5/10',
    sum: /1 checked in, 1 skipped\./,
    file: 'people/2026-Q4.okr',
    line: 43,
    becomes: '    checkin 2026-11-21 3.9 points confidence 5/10: Half of them answered',
    unmeasured: { line: 62, confidence: '6/10', becomes: '    checkin 2026-11-21 confidence 6/10' },
  },
  tick: {
    on: 'Everyone can use it in the shop',
    line: 36,
    becomes: '    milestone due 2026-11-13 done 2026-11-21: Everyone can use it in the shop',
  },
  objectiveFor: {
    file: 'growth/team.okr',
    on: 'Books we had to print twice',
    line: 37,
    becomes: 'objective: Healthy again: Books we had to print twice',
  },
  say: {
    on: 'Raise our Net Promoter Score',
    confidence: '8 of 10',
    status: 'at risk',
    line: 26,
    becomes: [
      '    checkin 2026-11-21 by @grace confidence 8/10',
      '    checkin 2026-11-21 by @grace confidence 8/10 at-risk',
    ],
  },
  cycle: /2026-Q4 · 56% of the time · 0\.\d\d/,
  close: {
    cycle: /2026-Q3/,
    asks: 'Close 2026-Q3',
    team: 'People',
    titles: [
      'New colleagues with a buddy from the first day',
      '"I felt at home after a week"',
      'Nobody leaves in the first three months',
      'A new colleague feels at home after a week',
    ],
    grade: '0.8',
    why: 'The last ones came in the holidays',
    learned: 'Ask on the third day already',
    message: /2026-Q3 is closed, and 2026-Q4 begins\./,
    opens: 'objective welcome: A new colleague feels at home after a week',
    file: 'people/2026-Q3.okr',
    line: 19,
    becomes: '    grade 2026-11-21 0.8: The last ones came in the holidays',
  },
  closeAndUndo: {
    cycle: /2026-Q4/,
    asks: 'Close 2026-Q4',
    team: 'People',
    goesOn: [true, true, true, false, true, true, true, true, false, true, true, false],
    grade: '0.6',
    message: /2026-Q4 is closed, and 2027-Q1 begins\./,
    made: '2027-Q1.okr',
    file: 'people/2026-Q4.okr',
    line: 21,
    becomes: '    grade 2026-11-21 0.6',
    was: '',
  },
  markdown: {
    file: 'README.md',
    below: 9,
    typed: 'ownr @omar',
    word: 'ownr',
    message: /owner/,
    // From 120 to 40, now 80.
    hover: { on: 'Fewer books come back', line: 11, says: /0\.50/ },
  },
  encoding: {
    file: 'growth/latin1.okr',
    text: 'team growth\n\nobjective size: A größer book\n  cycle 2026-Q4\n',
    word: 'team',
    message: /not UTF-8 .* line 3/,
  },
  settings: { file: 'okr.json', line: 2, typed: ', "rulse": {}', word: 'rulse', message: /did you mean .?rules/ },
  outside: {
    below: 19,
    typed: 'data ../../survey.csv column nps',
    word: '../../survey.csv',
    message: /leads out of the workspace/,
  },
  own: {
    groups: [
      ['Status', 'Off track'],
      ['Cycle', '2026-Q4 Peak season'],
      ['Owner', 'Inês Duarte'],
      ['Team', 'Papermoon'],
    ],
    row: { text: 'Customers love their book', says: /from 4 of 4 key results/, legend: /✗ off track/ },
    hint: { line: 17, says: /Raise our Net Promoter Score\s?0\.69 ✓ on track/ },
    lens: 'Check in',
    reading: {
      title: 'Stars in the app stores',
      value: '4.8',
      note: 'The new start page',
      told: /Reading added: Stars in the app stores/,
      line: 152,
      becomes: '  reading 2026-11-21 4.8 stars by @grace: The new start page',
    },
    happenings: {
      at: 17,
      line: 26,
      same: { value: '48', says: /Its target is 48 points already/ },
      value: '46',
      why: 'The survey is shorter',
      target: '    target 2026-11-21 46 points by @grace: The survey is shorter',
      action: 'Say that it is blocked',
      acted: '    checkin 2026-11-21 blocked: Why?',
    },
    goTo: { typed: '@tomas', title: 'Every parcel is on the doorstep', line: 56 },
    link: { at: 18, text: '[Raise our Net Promoter Score](growth/2026-Q4.okr#L17)' },
    alignment: {
      at: 18,
      title: /Raise our Net Promoter Score/,
      supporter: 'A handwritten card in every first parcel',
      nowhere: { at: 2, says: /Put the cursor into an objective/ },
    },
    references: { line: 17, column: 7, file: 'platform' },
    rename: { line: 17, column: 7, name: 'tickets', says: /has a key result .tickets. already/ },
    refusedMove: {
      below: 1,
      typed: [
        'team growth',
        'cycle 2027-Q1',
        'initiative peak: A quiet season',
        'objective rest: We rest',
        '  needs peak',
      ],
      at: 62,
      title: 'Move it to 2027-Q1',
      says: /line 6, would lead elsewhere .* give one of the two another name first/,
    },
    newElements: [
      { what: 'Objective', at: 18, line: 57, becomes: 'objective name: What shall be true at the end' },
      { what: 'Key Result', at: 18, line: 57, becomes: '  kr name: How we would notice' },
    ],
    badge: /1 blocked/,
    cycleTooltip: /Peak season[\s\S]*40 days left/,
  },
  report: {
    choices: [/2026-Q4/, /Everyone/],
    says: [/2026-Q4/, /Raise our Net Promoter Score/],
  },
  agenda: {
    choice: /Growth/,
    heading: 'Agenda of 21 November 2026',
    says: [/Growth: Peak season/, /blocked/, /Ask @jonas/],
  },
  digest: {
    choices: [/Growth/, /two weeks/],
    heading: 'The last 14 days',
    says: [/8 to 21 November 2026/, /What is stuck/, /What would lift the block/],
  },
};
