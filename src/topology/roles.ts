/** What each service is: signals weighed, the strongest role taken, with the reasons. */
import type { Project, Service } from '../compose/project.js';
import { child, type Origin, stringValue } from '../source/tree.js';
import { factsOf, isStore } from './roles/facts.js';
import { sayingsOf, wordsOf } from './roles/names.js';
import type { Observation } from './roles/observation.js';
import { observationsOf } from './roles/observations.js';
import { relationObservations } from './roles/relations.js';
import type { Confidence, Evidence, Role, RoleAssignment, Tier } from './topology.js';
import { ROLES } from './topology.js';

const TIER_OF: Readonly<Record<Role, Tier>> = {
  edge: 'edge',
  tunnel: 'edge',
  frontend: 'edge',
  app: 'app',
  worker: 'app',
  database: 'data',
  cache: 'data',
  queue: 'data',
  storage: 'data',
  admin: 'ops',
  monitoring: 'ops',
  other: 'other',
};

/** A role that somebody gave to a service outside of the Compose files, and where. */
export type GivenRole = (service: string) => { readonly role: Role; readonly at: Origin } | undefined;

/** The roles of all services, disabled ones included, by service name. What the files say of themselves comes first. */
export function assignRoles(project: Project, given: GivenRole = () => undefined): ReadonlyMap<string, RoleAssignment> {
  const services = [...project.services, ...project.disabledServices];
  const whole: Project = { ...project, services, disabledServices: [] };
  const facts = services.map(factsOf);
  const around = { workingDirectory: project.workingDirectory, shared: sharedWords(services) };
  const stores = new Set(facts.filter(isStore).map(({ service }) => service.name));
  const own = new Map<string, readonly Observation[]>();
  const alone = new Map<string, Verdict>();
  const first = new Map<string, Role>();
  for (const known of facts) {
    const { name } = known.service;
    const observations = observationsOf(known, around, stores);
    const verdict = weigh(observations);
    own.set(name, observations);
    alone.set(name, verdict);
    first.set(name, verdict.role);
  }
  const relations = relationObservations(whole, first, own);
  const assigned = new Map<string, RoleAssignment>();
  for (const service of services) {
    const { name } = service;
    const related = relations.get(name) ?? [];
    const observations = [...(own.get(name) ?? []), ...related];
    const verdict = related.length === 0 ? alone.get(name) : undefined;
    assigned.set(name, override(service, given) ?? assignment(observations, verdict ?? weigh(observations)));
  }
  return assigned;
}

/** `x-bulkhead: { role: database }` on a service settles the matter, and so does the configuration. */
function override(service: Service, given: GivenRole): RoleAssignment | undefined {
  const said = child(child(service.tree, 'x-bulkhead'), 'role');
  const role = said && ROLES.find((known) => known === stringValue(said));
  if (role) return settled(role, { text: 'the file says so (`x-bulkhead`)', at: said.at });
  const choice = given(service.name);
  return choice && settled(choice.role, { text: 'the configuration says so', at: choice.at });
}

function settled(role: Role, evidence: Evidence): RoleAssignment {
  return { role, tier: TIER_OF[role], confidence: 'high', evidence: [evidence] };
}

function assignment(observations: readonly Observation[], { role, score, lead }: Verdict): RoleAssignment {
  return {
    role,
    tier: TIER_OF[role],
    confidence: confidenceOf(score, lead),
    evidence: evidenceFor(role, observations),
  };
}

interface Verdict {
  readonly role: Role;
  readonly score: number;
  /** Over the next best role. */
  readonly lead: number;
}

/** Signals of one source do not add up: two database ports say no more than one. Where scores are equal, the order of `ROLES` decides. */
function weigh(observations: readonly Observation[]): Verdict {
  const byRole = new Map<Role, Map<string, number>>();
  for (const { source, role, weight } of observations) {
    const bySource = byRole.get(role) ?? new Map<string, number>();
    if (bySource.size === 0) byRole.set(role, bySource);
    bySource.set(source, Math.max(bySource.get(source) ?? 0, weight));
  }
  let [best, score, lead]: [Role, number, number] = ['other', 0, 0];
  for (const role of ROLES) {
    let sum = 0;
    for (const weight of byRole.get(role)?.values() ?? []) sum += weight;
    if (sum > score) [best, score, lead] = [role, sum, sum - score];
    else lead = Math.min(lead, score - sum);
  }
  return { role: best, score, lead };
}

function confidenceOf(score: number, lead: number): Confidence {
  if (score >= 8 && lead >= 3) return 'high';
  return score >= 3.5 && lead >= 1 ? 'medium' : 'low';
}

/** Of reasons with the same words, as of several settings for one thing, the first. */
function evidenceFor(role: Role, observations: readonly Observation[]): readonly Evidence[] {
  const byText = new Map<string, Evidence>();
  const own = observations.filter((observation) => observation.role === role);
  for (const { evidence } of own.sort((left, right) => right.weight - left.weight))
    if (!byText.has(evidence.text)) byText.set(evidence.text, evidence);
  return [...byText.values()];
}

/** Words without a meaning that stand in the names of most services are the product's, and only hide where a name ends. */
function sharedWords(services: readonly Service[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { name } of services)
    for (const word of new Set(wordsOf(name))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const most = Math.max(3, services.length * 0.6);
  return new Set(
    [...counts].flatMap(([word, count]) => (count >= most && sayingsOf([word]).length === 0 ? [word] : [])),
  );
}
