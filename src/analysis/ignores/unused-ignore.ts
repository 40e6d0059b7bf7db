/** The rule about ignores themselves. It runs after all others, since only then it is known what an ignore is good for. */
import type { Draft, Rule } from '../../rules/rule.js';
import { nearest } from '../../source/nearest.js';
import type { Item } from '../subject.js';
import type { IgnoreMistake, IgnoreProblem } from './ignore.js';

export const unusedIgnore: Omit<Rule, 'check'> = {
  id: 'unused-ignore',
  title: 'Ignore without effect',
  severity: 'low',
  confidence: 'high',
  persona: 'regular',
  tags: ['maintainability', 'external/cwe/cwe-1116'],
  docs: {
    summary: 'A comment or an entry of the configuration is to ignore findings, and does not do so.',
    why: [
      'An ignore is a decision somebody made about one finding. Where the finding is gone, it stays behind and hides the next one at that',
      'place without anybody deciding anything. Where it names no rule, gives no reason or has expired, it never hid anything, and its author believes it did.',
    ].join(' '),
    fix: [
      'Delete an ignore that ignores nothing. Correct the name of the rule, or write the reason behind the brackets.',
      'A comment is about what begins on its line, or on the next one where it stands alone; `bulkhead-ignore-file` belongs above everything else in the file.',
      'An expired ignore is a question: fix what it hid, or look at it again and give it a new day.',
    ].join(' '),
    suppress:
      'A file that other tools check with other options, where the ignore is needed there. Switch the rule off in the configuration then.',
    bad: `services:
  web:
    image: example/web
    depends_on: # bulkhead-ignore[deprecated-links] the library of the vendor reads the link's variables
      - db
  db:
    image: postgres:17
`,
    good: `services:
  web:
    image: example/web
    links: # bulkhead-ignore[deprecated-links] the library of the vendor reads the link's variables
      - db
  db:
    image: postgres:17
`,
    references: [{ title: 'CWE-1116: Inaccurate Comments', url: 'https://cwe.mitre.org/data/definitions/1116.html' }],
  },
};

interface Wording {
  readonly label: string;
  readonly message: (rule: string) => string;
  readonly advice: (rule: string, knownRules: Iterable<string>) => string;
}

const WORDINGS: Readonly<Record<IgnoreProblem, Wording>> = {
  unused: {
    label: 'ignores nothing',
    message: (rule) => `This ignore of \`${rule}\` ignores nothing.`,
    advice: () => 'Delete it, or move it to the line of what it is about.',
  },
  expired: {
    label: 'has expired',
    message: (rule) => `This ignore of \`${rule}\` has expired, and ignores nothing any more.`,
    advice: () => 'Fix what it hid, or look at it again and give it a new day.',
  },
  'unknown-rule': {
    label: 'no such rule',
    message: (rule) => `This ignore names \`${rule}\`, which is no rule.`,
    advice: (rule, knownRules) => {
      const meant = nearest(rule, knownRules);
      return meant ? `Did you mean \`${meant}\`?` : '`bulkhead explain` lists the rules.';
    },
  },
  'no-rule': {
    label: 'names no rule',
    message: () => 'This ignore names no rule, and ignores nothing.',
    advice: () => 'Write `# bulkhead-ignore[RULE] reason`.',
  },
  'no-reason': {
    label: 'gives no reason',
    message: () => 'This ignore gives no reason, and ignores nothing.',
    advice: () => 'Write the reason behind the brackets: `# bulkhead-ignore[RULE] reason`.',
  },
  'no-day': {
    label: 'no such day',
    message: () => 'This ignore is to count until a day that does not exist, and ignores nothing.',
    advice: () => 'Write the day as in `until 2027-01-31`.',
  },
  misplaced: {
    label: 'not at the top',
    message: () =>
      'This ignore is about the whole file, does not stand above everything else in it, and ignores nothing.',
    advice: () => 'Move it to the top of the file; on a line, `bulkhead-ignore` is about what begins there.',
  },
};

/** A longer name is shown cut: whatever it is, it is no rule. */
const SHOWN = 60;

export function itemOf({ problem, kind, rule, at, subject }: IgnoreMistake, knownRules: Iterable<string>): Item {
  const { label, message, advice } = WORDINGS[problem];
  const shown = rule.length > SHOWN ? `${rule.slice(0, SHOWN)}…` : rule;
  const draft: Draft = {
    at,
    label,
    message: message(shown),
    advice: advice(rule, knownRules),
    related: [],
    services: [],
    evidence: { place: kind, rule: shown, problem },
  };
  return { rule: unusedIgnore, draft, subject };
}
