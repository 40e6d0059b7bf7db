/** Production and something else on one network. */
import { isUnknown, type Variable } from '../compose/project.js';
import { joinNames } from '../source/words.js';
import { knownText } from '../topology/names.js';
import type { Member, Segment } from '../topology/topology.js';
import { attachments, membersOn, runTogether } from './isolation-facts.js';
import { COMPOSE_NETWORKING, CWE_ISOLATION } from './references.js';
import type { Draft, Place, Rule, RuleContext } from './rule.js';
import { capped, namesOf } from './tier-paths.js';

export const mixedEnvironments: Rule = {
  id: 'mixed-environments',
  title: 'Production shares a network with something else',
  severity: 'medium',
  confidence: 'medium',
  persona: 'regular',
  tags: ['security', 'network', 'external/cwe/cwe-653'],
  docs: {
    summary:
      'Services or networks that are called production and services that are called development, staging or test meet on one network.',
    why: [
      'What is only tried out is watched less, patched less and given weaker passwords. On one network it can open every port of production,',
      'and a name that both use may lead a test to the real database.',
    ].join(' '),
    fix: 'Run them as projects of their own, or give each environment networks of its own.',
    suppress: 'The names say something else.',
    bad: `services:
  api-production:
    image: example/api:1.4
    ports: ["443:443"]
  api-staging:
    image: example/api:edge
    ports: ["8443:443"]
`,
    good: `services:
  api-production:
    image: example/api:1.4
    ports: ["443:443"]
    networks: [production]
  api-staging:
    image: example/api:edge
    ports: ["8443:443"]
    networks: [staging]
networks:
  production:
  staging:
`,
    references: [COMPOSE_NETWORKING, CWE_ISOLATION],
  },
  check,
};

const PRODUCTION = new Set(['prod', 'production', 'prd']);
const OTHERS = new Set([
  'dev',
  'develop',
  'development',
  'staging',
  'stage',
  'stg',
  'testing',
  'test',
  'qa',
  'uat',
  'sandbox',
  'preprod',
]);
const LABELS = /(?:^|[._-])(?:env|environment|stage)$/i;

type Environment = 'production' | 'other';

function* check({ topology }: RuleContext): Iterable<Draft> {
  const environments = new Map<Member, Environment>();
  for (const member of topology.members.values()) {
    const environment = environmentOf([member.service.name], member.service.labels);
    if (environment) environments.set(member, environment);
  }
  if (environments.size === 0) return;
  for (const segment of topology.segments.values()) {
    const members = membersOn(topology, segment).filter((member) => environments.has(member));
    const production = members.filter((member) => environments.get(member) === 'production');
    const others = members.filter((member) => environments.get(member) === 'other');
    const meeting = others.filter((member) => production.some((peer) => runTogether(peer.service, member.service)));
    if (meeting.length > 0) yield* draft(segment, production, meeting);
    else yield* misplaced(segment, production, others);
  }
}

/** What the name says, or a label that is there to say it; nothing where both are said. */
function environmentOf(names: readonly string[], labels: readonly Variable[]): Environment | undefined {
  const said = labels.filter(({ name: label, value }) => LABELS.test(label) && !isUnknown(value));
  const words = [...names, ...said.map(({ value }) => knownText(value) ?? '')].flatMap((text) =>
    text.toLowerCase().split(/[-_.\s]+/),
  );
  const production = words.some((word) => PRODUCTION.has(word));
  const other = words.some((word) => OTHERS.has(word));
  if (production === other) return undefined;
  return production ? 'production' : 'other';
}

function* draft(segment: Segment, production: readonly Member[], others: readonly Member[]): Iterable<Draft> {
  const places: readonly Place[] = others.flatMap((member) => attachments(member, [segment], 'is on'));
  const [primary, ...more] = places;
  if (!primary) return;
  yield {
    ...primary,
    message: `${joinNames(namesOf(others))} ${others.length === 1 ? 'shares' : 'share'} network \`${segment.key}\` with ${joinNames(namesOf(production))}, by name production.`,
    advice: 'Give each environment networks of its own, or run them as projects of their own.',
    related: capped([...more, ...production.flatMap((member) => attachments(member, [segment], 'is on'))]),
    services: [...namesOf(others), ...namesOf(production)],
    evidence: { network: segment.key },
  };
}

/** On a network that is itself called one thing, services that are called the other. */
function* misplaced(segment: Segment, production: readonly Member[], others: readonly Member[]): Iterable<Draft> {
  const { network } = segment;
  if (!network?.declared) return;
  const environment = environmentOf([network.key], network.labels);
  const strangers = environment === 'production' ? others : environment === 'other' ? production : [];
  const [primary, ...more] = strangers.flatMap((member) => attachments(member, [segment], 'is on'));
  if (!primary) return;
  const names = joinNames(namesOf(strangers));
  const verb = strangers.length === 1 ? 'is' : 'are';
  yield {
    ...primary,
    message:
      environment === 'production'
        ? `${names} ${verb} on network \`${segment.key}\`, by name production.`
        : `${names}, by name production, ${verb} on network \`${segment.key}\`, which is by name something else.`,
    advice: 'Give each environment networks of its own, or run them as projects of their own.',
    related: capped([...more, { at: network.at, label: 'the network' }]),
    services: namesOf(strangers),
    evidence: { network: segment.key },
  };
}
