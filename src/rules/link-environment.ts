/** Settings that rely on the variables which legacy links once injected. */
import type { Service } from '../compose/project.js';
import { partOf } from '../source/part.js';
import type { Range } from '../source/text.js';
import type { Scalar } from '../source/tree.js';
import { pieceOf } from './credentials/piece.js';
import type { Draft, Rule, RuleContext } from './rule.js';
import { textsOf } from './service-facts.js';

export const linkEnvironment: Rule = {
  id: 'link-environment',
  title: 'Variable that links no longer inject',
  severity: 'medium',
  confidence: 'medium',
  persona: 'regular',
  tags: ['network', 'correctness', 'external/cwe/cwe-477'],
  docs: {
    summary:
      'A command or setting uses a variable such as `DB_PORT_3306_TCP_ADDR`, which only legacy links on the default bridge ever set.',
    why: [
      'On the networks that Compose creates nobody sets these variables, and since Engine 29 not even links on the default bridge do by',
      'default. The text stays empty, and the program connects to a wrong place or to nothing.',
    ].join(' '),
    fix: 'Write the name of the service and its port: `db:3306`.',
    suppress: 'The image or the entrypoint sets the variable itself.',
    bad: `services:
  web:
    image: example/web
    command: sh -c "wait-for $$DB_PORT_3306_TCP_ADDR:$$DB_PORT_3306_TCP_PORT"
    links:
      - db
  db:
    image: mysql:8
`,
    good: `services:
  web:
    image: example/web
    command: sh -c "wait-for db:3306"
  db:
    image: mysql:8
`,
    references: [
      { title: 'Docker: Legacy container links', url: 'https://docs.docker.com/engine/network/links/' },
      { title: 'Docker: Deprecated features', url: 'https://docs.docker.com/engine/deprecated/' },
    ],
  },
  check,
};

interface LinkVariable {
  readonly name: string;
  /** The name of the link, in upper case. */
  readonly alias: string;
  readonly at: Range;
  readonly place: string;
  readonly key: string;
}

function* check({ project }: RuleContext): Iterable<Draft> {
  let targets: ReadonlyMap<string, Service> | undefined;
  for (const service of project.services) {
    const own = new Set(service.environment.map((variable) => variable.name));
    const told = new Set<string>();
    for (const { name, alias, at, place, key } of linkVariables(service)) {
      if (own.has(name) || told.has(name)) continue;
      told.add(name);
      targets ??= new Map([...project.services].reverse().map((other) => [prefixOf(other), other]));
      const target = targets.get(alias);
      yield {
        at,
        label: 'set by nobody',
        message: `\`${service.name}\` uses \`${name}\`, which only legacy links ever set.`,
        advice: `Write the name of the service${target ? `, \`${target.name}\`,` : ''} and its port instead.`,
        related: target ? [{ at: target.at, label: 'probably meant' }] : [],
        services: target ? [service.name, target.name] : [service.name],
        evidence: { service: service.name, place, key, kind: 'link-variable', variable: name },
      };
    }
  }
}

/** What the variables of a link to the service began with; of two with the same the first in the file counts. */
function prefixOf({ name }: Service): string {
  return name.toUpperCase().replace(/[^A-Z0-9]/g, '_');
}

const PROTOCOL = /_PORT_\d{1,5}_(?:TCP|UDP)(?:_ADDR|_PORT|_PROTO)?(?![A-Z0-9_])/g;

/** How shells and programs ask for a variable. */
const ASKED = /(?:\$\{?|process\.env\.|environ\[['"]|environ\.get\(['"]|ENV\[['"]|getenv\(['"])$/;
const LONGEST_ASKED = 20;

/** `$NAME`, `${NAME}`, `process.env.NAME` of that form; a mere mention is none. */
function* linkVariables(service: Service): Iterable<LinkVariable> {
  for (const { scalar, place, key } of textsOf(service)) {
    const { flat, rangeOf } = pieceOf(scalar);
    const { text } = flat;
    for (const match of text.includes('_PORT_') ? text.matchAll(PROTOCOL) : []) {
      let start = match.index;
      while (start > 0 && match.index - start < 100 && /[A-Z0-9_]/.test(text.charAt(start - 1))) start--;
      if (start === match.index || !ASKED.test(text.slice(Math.max(0, start - LONGEST_ASKED), start))) continue;
      const end = match.index + match[0].length;
      const at = rangeOf(start, end);
      yield { name: text.slice(start, end), alias: text.slice(start, match.index), at, place, key };
    }
    if (scalar.interpolation) yield* interpolated(scalar, place, key);
  }
}

/** `${DB_PORT_3306_TCP_ADDR}` for Compose to substitute: nobody sets it there either. */
function* interpolated(scalar: Scalar, place: string, key: string): Iterable<LinkVariable> {
  for (const { name, from, rawStart, rawEnd } of scalar.interpolation?.substitutions ?? []) {
    const match = [...name.slice(0, 200).matchAll(PROTOCOL)][0];
    if (from !== 'unset' || !match || match.index === 0) continue;
    yield { name, alias: name.slice(0, match.index), at: partOf(scalar, rawStart, rawEnd), place, key };
  }
}
