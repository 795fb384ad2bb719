/** Words whose number is a name: `phase 2`, `ISO 27001`, `24/7`. */
import { PhraseTable, wordSet } from '../phrases.ts';

/** Whatever follows. */
export const numberedNouns = wordSet(`
  phase phases tier tiers version level levels wave horizon stage annex appendix chapter volume vol priority severity sev
  type category scope scopes step sprint iteration milestone epic rfc cve article section clause rule paragraph form kr krs
  objective okr day week month year quarter season generation gen zone gate grade catalog cohort window option pillar act
  number area layer floor building terminal bridge no nr model mark mk revision rev slide question workstream theme
  story task jira bug issue ticket pr mr
`);

/** Unless a plural follows, which makes the word a verb: `Release 3 features`. */
export const numberedVerbs = wordSet(`
  release plan track issue schedule stage batch page group grade section unit room part line ticket round step model
  form question mark bridge sprint process test study bug task window option story act gate day
  week month year quarter season iteration number area milestone pr mr team
`);

/** `Phases 1 and 2`, `Scopes 1–3`. */
export const numberedPlurals = wordSet('phases tiers levels waves stages scopes versions milestones priorities');

/** Products and standards that carry a number. */
export const numberedNames = wordSet(`
  iso iec soc pci dss nist wcag http tls ssl ipv oauth openid python java node php ruby rails go rust vue react angular
  nuxt svelte drupal wordpress django laravel symfony spring kotlin swift ios android macos windows ubuntu debian rhel linux
  postgres postgresql mysql mariadb mongodb redis kafka elasticsearch kubernetes terraform typescript javascript ecmascript
  jdk net dotnet bootstrap tailwind webpack eslint vite gpt claude llama gemini fortune global formula office
  microsoft dynamics salesforce magento shopware sap hana typo covid web industry industrie society analytics manifest
  series studio catch dax ftse nikkei russell euro unreal unity blender figma jest junit gradle maven scala elixir erlang
  openapi swagger graphql grpc sql oracle solaris centos fedora alpine helm istio envoy ansible puppet chef cobit itil
  togaf safe prince basel mifid psd gdpr hipaa sox sarbanes cmmc fedramp bs ieee ansi rfc usb bluetooth wifi agenda
  vision apollo boeing airbus route rule
`);

/** Numbers that are words. */
export const nameNumbers = new PhraseTable<true>([
  [true, '401 k|401 ( k )|24 / 7|24 x 7|24 × 7|7 / 24|9 to 5|9 - 5|50 / 50|80 / 20|20 / 80|30 / 60 / 90|30 - 60 - 90'],
  [
    true,
    '20 / 20|360 degree|360 - degree|360 °|360 feedback|360 review|360 reviews|80 : 20|16 : 9|4 : 3|365 days a year',
  ],
  [
    true,
    '1099 s|50 - 50|411|911 call|on 1 : 1|one on one|one on ones|one - on - one|one - on - ones|one to one|one - to - one',
  ],
  [
    true,
    '24 hours a day|7 days a week|20 / 80|100 - year|b 2 b|24 / 5|zero trust|zero - trust|zero day|zero - day|ground zero',
  ],
  [
    true,
    'no one of|one of|one another|one place|each one|one size|one click|one - stop|one stop|at one with|one by one',
  ],
  [
    true,
    'number one priority|a one|hackathon no|no - code|no code|no longer|no matter|no . of|no - reply|yes / no|yes or no',
  ],
  [
    true,
    'no doubt|no - one - size|no brainer|no - brainer|no - show|no - shows|no show|no shows|no - fault|no need|go / no',
  ],
  [true, 'go / no - go|no - go|no frills|no - frills|one hand|as one|one voice|one - on|single sign - on'],
  [
    true,
    'the one|day one|day - one|one thing|this one|that one|new one|second to none|net zero|net - zero|zero waste|zero - waste|zero emission',
  ],
]);

/** Words before a year, or before a number that looks like one. */
export const yearContext = wordSet(`
  in by during since until till for before after of year fy cy calendar fiscal early mid late through throughout the our
  q h - january february march april may june july august september october november december jan feb mar apr jun jul aug
  sep sept oct nov dec spring summer autumn fall winter this next from vs versus than end
`);

/** After a year these make it a name: `2026 goals`; before other plurals it counts. */
export const calendarPlurals = wordSet(
  'goals okrs plans results targets budgets numbers taxes priorities objectives accounts',
);
