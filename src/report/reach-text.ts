/** The answer to `reach` for people: a verdict, the ways, and for each the places that make it so. */
import type { AnswerHop } from '../topology/chains.js';
import type { ReachAnswer, ReachReport } from '../topology/query.js';
import type { AnswerVia, Reason } from '../topology/ways.js';

/** Reasons of one way that are listed; a flat network has as many as it has members. */
const MOST_REASONS = 6;

/** One answer with all its reasons, several as a table. Ends with a line end. Text of the project is shown with its control characters replaced. */
export function reachText(report: ReachReport): string {
  const { answers, engine } = report;
  const blocks = answers.length === 1 ? answers.map(block) : [table(answers)];
  const profile = `Docker Engine ${engine.line}${engine.line.includes('.') ? '' : '.x'}, deployed with ${engine.mode === 'swarm' ? 'docker stack deploy' : 'docker compose'}`;
  return `${[...blocks.map((lines) => lines.join('\n')), profile].join('\n\n')}\n`;
}

/** Of several answers, those that are reachable: who, whom, how. */
function table(answers: readonly ReachAnswer[]): readonly string[] {
  const rows = answers.map(({ from, to, via, path }) => [plain(from), plain(to), summary(via, path)] as const);
  if (rows.length === 0) return ['Nothing is reachable.'];
  const width = (column: 0 | 1) => Math.max(...rows.map((row) => row[column].length));
  const [first, second] = [width(0), width(1)];
  return rows.map(([from, to, how]) => `${from.padEnd(first)} -> ${to.padEnd(second)}  ${how}`);
}

function summary(via: readonly AnswerVia[], path: readonly AnswerHop[] = []): string {
  const stops = path.slice(0, -1).map((step) => plain(step.to));
  return stops.length > 0 ? `through ${stops.join(', ')}` : [...via, ...path].map(describe).join('; ');
}

function block(answer: ReachAnswer): readonly string[] {
  const { from, to, port, via, path, names, whyNot } = answer;
  const goal = `${plain(to)}${port === undefined ? '' : `:${port}`}`;
  if (via.length > 0) {
    return [
      `${plain(from)} can open connections to ${goal}`,
      ...via.flatMap(way),
      ...(names.length > 0 ? [`  by the names ${names.map(plain).join(', ')}`] : []),
    ];
  }
  if (path !== undefined) {
    return [
      `${plain(from)} gets to ${goal} in ${path.length === 1 ? 'one step' : `${path.length} steps`}`,
      ...path.flatMap(hop),
    ];
  }
  const reasons = whyNot.slice(0, MOST_REASONS).map((reason) => `  ${reasonText(reason)}`);
  const known = names.length > 0 ? [`  though it resolves ${names.map(plain).join(', ')}`] : [];
  return [`${plain(from)} cannot open connections to ${goal}`, ...reasons, ...known];
}

const KINDS: Readonly<Record<AnswerHop['kind'], string>> = {
  network: 'over a network',
  namespace: 'in the same network namespace',
  published: 'through a port published on the host',
  host: 'at an address of the host',
  routed: 'at the container’s own address',
  physical: 'on the local network',
  tunnel: 'through a tunnel',
  peers: 'from an unknown container',
  'host-address': 'at the container’s own address',
  outbound: 'out of the host',
  takeover: 'who rules the host rules its containers',
  'docker-socket': 'by the socket of the container engine',
  'socket-proxy': 'by a proxy of the Docker API',
  privileged: 'as a privileged container',
  'host-pid': 'by the host’s processes',
  'host-ipc': 'by the host’s shared memory',
  'shared-pid': 'by shared processes',
  'shared-ipc': 'by shared memory',
  'shared-volume': 'by a shared volume',
  'net-admin': 'by taking over addresses',
  'net-raw': 'by forged packets',
};

function way(via: AnswerVia): readonly string[] {
  return [`  ${describe(via)}`, ...listed(via.reasons)];
}

function hop(step: AnswerHop, index: number): readonly string[] {
  return [`  ${index + 1}. ${plain(step.from)} to ${plain(step.to)}: ${describe(step)}`, ...listed(step.reasons)];
}

function describe({ kind, network, ports }: Pick<AnswerHop, 'kind' | 'network' | 'ports'>): string {
  const where = kind === 'network' && network !== undefined ? `over network ${plain(network)}` : KINDS[kind];
  if (kind === 'takeover' || kind === 'outbound') return where;
  return `${where}, ${portsText(ports)}`;
}

function portsText(ports: 'all' | readonly number[]): string {
  if (ports === 'all') return 'every port';
  return ports.length === 1 ? `port ${ports[0]}` : `ports ${ports.join(', ')}`;
}

function listed(reasons: readonly Reason[]): readonly string[] {
  const lines = reasons.slice(0, MOST_REASONS).map((reason) => `     ${reasonText(reason)}`);
  const more = reasons.length - lines.length;
  return more > 0 ? [...lines, `     and ${more} more`] : lines;
}

function reasonText({ text, at }: Reason): string {
  return `${plain(`${at.file}:${at.line}:${at.column}`)}  ${plain(text)}`;
}

/** A terminal takes orders from control characters, and from some that only change the direction of writing. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\uFFFD');
}
