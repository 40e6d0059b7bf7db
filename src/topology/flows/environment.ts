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
import { type UnsetNames, unsetMentions } from './unset-names.js';

export function environmentDrafts(service: Service, isProxy: boolean, unset: UnsetNames): readonly Draft[] {
  const byName = new Map(service.environment.map((variable) => [variable.name, variable]));
  return service.environment.flatMap((variable) => {
    const { name, value } = variable;
    if (!value || !mayNameTarget(name, isProxy)) return [];
    const common = {
      from: service.name,
      kind: 'environment' as const,
      ...(variable.file ? { fromFile: true } : {}),
    };
    const known = mentionsOf(name, readable(value)).map((mention) => ({
      ...common,
      to: { host: mention.host },
      port: mention.port ?? siblingPort(byName, name) ?? mention.usualPort,
      evidence: { text: `\`${name}\` names \`${mention.host}\``, at: placeOf(value, mention) },
    }));
    const unknown = unsetMentions(value, unset).map((mention) => ({
      ...common,
      to: { service: mention.service },
      port: mention.port ?? siblingPort(byName, name),
      evidence: { text: `\`${name}\` names \`${mention.text}\``, at: value.at },
    }));
    return [...known, ...unknown];
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
