/** Flows that commands, entrypoints and health checks speak of. */
import type { Service } from '../../compose/project.js';
import { child, type Scalar } from '../../source/tree.js';
import type { FlowKind } from '../topology.js';
import { type Draft, placeOf, readable } from './draft.js';
import {
  bracketMentions,
  hostPortMentions,
  type Mention,
  pairMentions,
  uniqueMentions,
  urlMentions,
  withoutMatches,
} from './mention.js';

/** Options whose value is a host to connect to. Those to listen on name no other service. */
const HOST_OPTION =
  /(?:^|[\s"'])(?:-h|-H|--[\w.-]{0,60}(?:host|hostname|server|servers|broker|brokers|addr|address|endpoint|upstream|backend|target|master|zookeeper|connect))(?:=|\s{1,4})["']?([A-Za-z0-9][A-Za-z0-9_.-]*)(?::(\d{1,5}))?/dg;

/** `nc -z db 5432`, `ping db`, `getent hosts db`: waiting for a service is the beginning of using it. */
const PROBE =
  /\b(?:nc|ncat|telnet|ping|nslookup|dig|getent hosts|wait-for|wait_for)\b(?:\s{1,4}-[\w-]+(?:\s{1,4}\d{1,6}(?=\s))?){0,6}\s{1,4}["']?([A-Za-z0-9][A-Za-z0-9_.-]*)(?:\s{1,4}(\d{1,5}))?/dg;

/** The programs of `PROBE`, which takes long to compile. */
const PROBERS = ['nc', 'telnet', 'ping', 'nslookup', 'dig', 'getent', 'wait'];

/** The bare option that names a host, alone as a word: its value is the next word. */
const LONE_OPTION =
  /^(?:-h|-H|--[\w.-]{0,60}(?:host|hostname|server|servers|broker|brokers|addr|address|endpoint|upstream|backend|target|master|zookeeper|connect))$/;

/** Options with what the container itself listens on. */
const LISTENING_OPTION = /(?<![\w.-])--?[\w.-]{0,60}(?:listen|bind|advertis)[\w.-]{0,60}(?:=|\s{1,4})\S+/gi;

const LONE_LISTENING_OPTION = /^--?[\w.-]{0,60}(?:listen|bind|advertis)[\w.-]{0,60}$/i;

/** Whether `HOST_OPTION` and `LONE_OPTION` may match, which take long to compile. */
function namesHost(text: string): boolean {
  if (text.includes('-h') || text.includes('-H')) return true;
  const option = text.indexOf('--');
  return option >= 0 && HOST_WORDS.some((word) => text.lastIndexOf(word) > option);
}

const HOST_WORDS = [
  'host',
  'server',
  'broker',
  'addr',
  'endpoint',
  'upstream',
  'backend',
  'target',
  'master',
  'zookeeper',
  'connect',
];

/** Whether `LISTENING_OPTION` and `LONE_LISTENING_OPTION` may match. */
function namesListening(text: string): boolean {
  if (!text.includes('-')) return false;
  const lower = text.toLowerCase();
  return LISTENING_WORDS.some((word) => lower.includes(word));
}

const LISTENING_WORDS = ['listen', 'bind', 'advertis'];

export function commandDrafts(service: Service): readonly Draft[] {
  return [
    ...wordDrafts(service, service.entrypoint, 'command', 'entrypoint'),
    ...wordDrafts(service, service.command, 'command', 'command'),
    ...(isChecked(service) ? wordDrafts(service, service.healthcheck, 'healthcheck', 'health check') : []),
  ];
}

/** `disable: true` takes back a test that is written beside it, or that another file brings. */
function isChecked({ tree }: Service): boolean {
  const disabled = child(child(tree, 'healthcheck'), 'disable');
  return disabled?.kind !== 'scalar' || String(disabled.value) !== 'true';
}

function wordDrafts(service: Service, words: readonly Scalar[], kind: FlowKind, what: string): readonly Draft[] {
  return words.flatMap((word, index) => {
    const previous = words[index - 1];
    const before = previous ? readable(previous) : '';
    const isOption = before.startsWith('-');
    if (isOption && namesListening(before) && LONE_LISTENING_OPTION.test(before)) return [];
    const isValue = isOption && namesHost(before) && LONE_OPTION.test(before);
    return mentionsOf(readable(word), isValue).map((mention) => ({
      from: service.name,
      to: { host: mention.host },
      port: mention.port ?? mention.usualPort,
      kind,
      evidence: { text: `${what} names \`${mention.host}\``, at: placeOf(word, mention) },
    }));
  });
}

function mentionsOf(whole: string, isValue: boolean): readonly Mention[] {
  const text = namesListening(whole) ? withoutMatches(whole, LISTENING_OPTION) : whole;
  const isName = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(text);
  return uniqueMentions(
    urlMentions(text),
    hostPortMentions(text),
    pairMentions(text),
    bracketMentions(text),
    namesHost(text) ? captured(text, HOST_OPTION) : [],
    PROBERS.some((program) => text.includes(program)) ? captured(text, PROBE) : [],
    isValue && isName ? [{ host: text, port: undefined, start: 0, end: text.length }] : [],
  );
}

function captured(text: string, pattern: RegExp): readonly Mention[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const span = match.indices?.[1];
    if (!span) return [];
    const port = Number(match[2] ?? Number.NaN);
    return [{ host: match[1] ?? '', port: port > 0 && port < 65536 ? port : undefined, start: span[0], end: span[1] }];
  });
}
