/**
 * Every regular expression of the rules and the topology, however it is used, takes time in proportion to the text: what
 * is checked may be hostile. The expressions are found in the sources, so that none is forgotten, and each gets texts
 * that are made from its own source.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { type Adversary, adversaries, filled } from '../support/adversary';
import { effortOf } from '../support/effort';
import { ROOT } from '../support/shared';

const FOLDERS = ['src/rules', 'src/topology'];

const byFile: readonly (readonly [file: string, patterns: readonly RegExp[]])[] = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => [path.join(folder, name), patternsIn(path.join(ROOT, folder, name))] as const)
    .filter(([, patterns]) => patterns.length > 0),
);

function patternsIn(file: string): readonly RegExp[] {
  const found: RegExp[] = [];
  let constructed = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push(new RegExp(node.text.slice(1, end), node.text.slice(end + 1)));
    } else if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'RegExp') {
      constructed++;
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
  if (constructed > 0) found.push(...constructedBy(file, constructed));
  return found;
}

/** What a module puts together as it is loaded; one that does so later could be made to do it for every text. */
function constructedBy(file: string, least: number): readonly RegExp[] {
  const made: RegExp[] = [];
  const real = globalThis.RegExp;
  globalThis.RegExp = new Proxy(real, {
    construct: (target, given) => {
      const pattern: RegExp = Reflect.construct(target, given);
      made.push(pattern);
      return pattern;
    },
  });
  try {
    jest.isolateModules(() => jest.requireActual(file));
  } finally {
    globalThis.RegExp = real;
  }
  if (made.length < least) throw new Error(`${file} constructs regular expressions after it was loaded`);
  return made;
}

/** At the first, only what is exponential takes any time, and goes no further. */
const [TINY, SMALL, MIDDLING, LARGE] = [26, 2_000, 16_000, 1_000_000];

/** Milliseconds. Below this a time says nothing. */
const FLOOR = 40;

/** What is quadratic takes 8 times as long as what is linear, or 62 times: noise must not. */
const LEEWAY = 2.6;

const TRIES = 3;

/** What takes as many times as long as to look for a single letter is slow, however evenly: the worst of ours takes 700. */
const COSTLY = 6_000;

/** The worst texts of a pattern, which are tried at their full length. */
const WORST = 3;

function milliseconds(pattern: RegExp, text: string): number {
  const everywhere = new RegExp(pattern, `${pattern.flags.replace(/[gy]/g, '')}g`);
  return effortOf(() => {
    for (let from = 0; everywhere.test(text); from = everywhere.lastIndex)
      if (everywhere.lastIndex === from) everywhere.lastIndex++;
  });
}

/** Noise only ever adds, so the least of several times is the truest. */
function growsTooFast(pattern: RegExp, adversary: Adversary, from: number, to: number): boolean {
  const [short, long] = [filled(adversary, from), filled(adversary, to)];
  let [before, after] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let attempt = 0; attempt < TRIES; attempt++) {
    after = Math.min(after, milliseconds(pattern, long));
    if (after < FLOOR) return false;
    before = Math.min(before, milliseconds(pattern, short));
    if (after < before * (to / from) * LEEWAY) return false;
  }
  return true;
}

const plain = Math.min(...Array.from({ length: TRIES }, () => milliseconds(/\0/, 'a'.repeat(LARGE)))) / LARGE;

function isCostly(pattern: RegExp, adversary: Adversary): boolean {
  const text = filled(adversary, MIDDLING);
  const times = Array.from({ length: TRIES }, () => milliseconds(pattern, text));
  return Math.min(...times) / MIDDLING > plain * COSTLY;
}

/** The first text for which the time grows faster than the text, or is out of all proportion to it. */
function undoing(pattern: RegExp): Adversary | undefined {
  const times: { readonly adversary: Adversary; readonly time: number }[] = [];
  for (const adversary of adversaries(pattern)) {
    if (milliseconds(pattern, filled(adversary, TINY)) > FLOOR) return adversary;
    const time = milliseconds(pattern, filled(adversary, MIDDLING));
    if (time > FLOOR && (isCostly(pattern, adversary) || growsTooFast(pattern, adversary, SMALL, MIDDLING)))
      return adversary;
    times.push({ adversary, time });
  }
  times.sort((left, right) => right.time - left.time);
  return times.slice(0, WORST).find(({ adversary }) => growsTooFast(pattern, adversary, MIDDLING, LARGE))?.adversary;
}

test('the sources hold as many as anybody would expect', () => {
  expect(byFile.flatMap(([, patterns]) => patterns).length).toBeGreaterThan(200);
});

test.each([
  '(?:^|/)a:(?:.*-)?b',
  '^_+|_+$',
  '^(?:a+)+$',
  '^(.*?)HOST(.*)$',
  String.raw`(?<=(?:^|[;&|(]|\b(?:exec|(?:su-exec|gosu) \S{1,60}|[\w.-]{0,60}entrypoint[\w.-]{0,20}\.sh)\b)\s{0,8}["']?(?:[\w./-]{0,100}\/)?)psql`,
])('%s would be found out', (source) => {
  expect(undoing(new RegExp(source))).toBeDefined();
});

test.each(byFile)('%s', (_file, patterns) => {
  for (const pattern of patterns) expect([String(pattern), undoing(pattern)]).toEqual([String(pattern), undefined]);
});
