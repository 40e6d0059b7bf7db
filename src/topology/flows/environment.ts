/** Flows that environment variables speak of, those from env files included. */
import type { Service, Variable } from '../../compose/project.js';
import { type Draft, placeOf, readable } from './draft.js';
import { mayNameTarget, namesHost, portKeysFor } from './keys.js';
import {
  bareMentions,
  bracketMentions,
  hostPortMentions,
  type Mention,
  pairMentions,
  uniqueMentions,
  urlMentions,
} from './mention.js';

export function environmentDrafts(service: Service, isProxy: boolean): readonly Draft[] {
  const byName = new Map(service.environment.map((variable) => [variable.name, variable]));
  return service.environment.flatMap((variable) => {
    const { name, value } = variable;
    if (!value || !mayNameTarget(name, isProxy)) return [];
    return mentionsOf(name, readable(value)).map((mention) => ({
      from: service.name,
      to: { host: mention.host },
      port: mention.port ?? siblingPort(byName, name) ?? mention.usualPort,
      kind: 'environment' as const,
      ...(variable.file ? { fromFile: true } : {}),
      evidence: { text: `\`${name}\` names \`${mention.host}\``, at: placeOf(value, mention) },
    }));
  });
}

function mentionsOf(name: string, text: string): readonly Mention[] {
  return uniqueMentions(
    urlMentions(text),
    hostPortMentions(text),
    pairMentions(text),
    bracketMentions(text),
    namesHost(name) ? bareMentions(text) : [],
  );
}

function siblingPort(byName: ReadonlyMap<string, Variable>, name: string): number | undefined {
  for (const key of portKeysFor(name)) {
    const port = Number(byName.get(key)?.value?.value ?? Number.NaN);
    if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  }
  return undefined;
}
