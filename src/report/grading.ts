/** How the severity and confidence of a rule's findings come about, in rows and sentences that pages and terminals share. */
import type { Finding, RuleDescriptor } from '../analysis/report.js';

export interface GradingText {
  readonly intro: string;
  /** The head first; every row has as many cells. Empty where the rule has no table. */
  readonly rows: readonly (readonly string[])[];
  /** What the words of the rows mean. */
  readonly terms: readonly { readonly word: string; readonly meaning: string }[];
}

const FACTS = { from: 'attacker', path: 'path', target: 'target', strength: 'evidence' } as const;

export function gradingText({ severity, confidence, grading }: RuleDescriptor): GradingText {
  if (!grading) {
    return {
      intro: `Not looked up: no attacker's path decides here. Severity ${severity} and confidence ${confidence} are the rule's own; a finding on weaker evidence says so itself.`,
      rows: [],
      terms: [],
    };
  }
  const [first = []] = grading.grades;
  const head = [
    FACTS.from,
    FACTS.path,
    FACTS.target,
    ...first.map(({ confidence: word }) => `${word} ${FACTS.strength}`),
  ];
  return {
    intro:
      'The severity is looked up by where an attacker stands, by which kind of path he arrives, what he arrives at, and how strong the evidence is. The confidence is the strength of the evidence; below medium a finding is told with `--pedantic` only.',
    rows: [
      head,
      ...grading.grades.map((row) => [
        ...row.slice(0, 1).flatMap(({ facts: { from, path, target } }) => [from, path, target]),
        ...row.map(({ severity: word, persona }) => (persona === 'pedantic' ? `${word} (pedantic)` : word)),
      ]),
    ],
    terms: grading.terms.map(({ fact, word, meaning }) => ({ word: `${FACTS[fact]} ${word}`, meaning })),
  };
}

/** `outside x direct x data x high evidence = high`, where a finding's severity was looked up. */
export function derivationText({ facts, severity }: Finding): string | undefined {
  if (!facts) return undefined;
  return `${[facts.from, facts.path, facts.target, `${facts.strength} ${FACTS.strength}`].join(' x ')} = ${severity}`;
}
