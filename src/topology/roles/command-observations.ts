/** What commands and health checks say about a role, the server's own or that of a client in its place. */
import type { Role } from '../topology.js';
import {
  CLIENT_PROGRAM,
  COMMAND_SIGNALS,
  COMMAND_WORD_SIGNALS,
  HEALTHCHECK_SIGNALS,
  LOOP,
  REMOTE_PROBE,
  SERVER_PROGRAM,
  SERVER_ROLES,
} from './command-signals.js';
import { joined, type ServiceFacts } from './facts.js';
import { sayingsOf, wordsOf } from './names.js';
import { type Observation, observe, STORE_ROLES, textOf } from './observation.js';
import { matching } from './signal.js';
import { JOB_WEIGHT } from './signals.js';

const ROLE_PHRASES: Readonly<Record<Role, string>> = {
  edge: 'a proxy',
  frontend: 'an interface server',
  app: 'an application server',
  worker: 'a worker',
  database: 'a database',
  cache: 'a cache',
  queue: 'a broker',
  storage: 'an object store',
  admin: 'an administration interface',
  monitoring: 'a monitoring system',
  tunnel: 'a tunnel',
  other: 'a one-shot task',
};

export function commandObservations(facts: ServiceFacts): readonly Observation[] {
  const { service, commandText } = facts;
  const [first] = [...service.entrypoint, ...service.command];
  if (!first) return [];
  const signals = [
    ...matching(COMMAND_SIGNALS, commandText),
    ...matching(COMMAND_WORD_SIGNALS, withoutOptions(commandText)),
  ];
  const serves = signals.some(({ role, weight }) => SERVER_ROLES.has(role) && weight >= 2);
  const plain = signals
    .filter(({ role }) => role !== 'other' || !serves)
    .map(({ role, weight }) => observe('command', role, weight, `command is that of ${ROLE_PHRASES[role]}`, first.at));
  return [...plain, ...clientInPlaceOfServer(facts), ...namedJob(facts)];
}

/** An option takes the word after it along where that is how the option gets its value (`-k uvicorn.workers.Worker`). */
function withoutOptions(text: string): string {
  const words = text.split(/\s+/);
  return words
    .filter((word, index) => !word.startsWith('-') && !/^(?:-k|--worker-class)$/.test(words[index - 1] ?? ''))
    .join(' ');
}

/** A store's image whose command runs a client: a dump, a restore, the making of a topic. */
function clientInPlaceOfServer({ service, imageRole, commandText }: ServiceFacts): readonly Observation[] {
  const [first] = [...service.entrypoint, ...service.command];
  if (!first || imageRole === undefined || !STORE_ROLES.has(imageRole)) return [];
  if (!CLIENT_PROGRAM.test(commandText) || SERVER_PROGRAM.test(commandText)) return [];
  return LOOP.test(commandText)
    ? [observe('command', 'worker', JOB_WEIGHT, 'runs a client again and again, not the server', first.at)]
    : [observe('command', 'other', JOB_WEIGHT, 'runs a client, not the server', first.at)];
}

/** `db-init` with a command of its own runs that and no server, whatever the image. */
function namedJob({ service, imageRole }: ServiceFacts): readonly Observation[] {
  const [first] = [...service.entrypoint, ...service.command];
  const saying = sayingsOf(wordsOf(service.name)).find(({ role, weight }) => role === 'other' && weight >= 6);
  if (!first || !saying || imageRole === undefined) return [];
  const text = `name says \`${saying.words}\`, and the command is its own`;
  return [observe('command', 'other', JOB_WEIGHT, text, first.at)];
}

export function healthcheckObservations({ service }: ServiceFacts): readonly Observation[] {
  const [first] = service.healthcheck;
  if (!first) return [];
  const text = joined(service.healthcheck.map(textOf));
  const remote = REMOTE_PROBE.test(text);
  return matching(HEALTHCHECK_SIGNALS, text)
    .filter((signal) => !(signal.client && remote))
    .map(({ role, weight }) =>
      observe('healthcheck', role, weight, `health check is that of ${ROLE_PHRASES[role]}`, first.at),
    );
}
