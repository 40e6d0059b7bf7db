/** Flows that configuration files written into the Compose file speak of (`configs: NAME: content`). */
import type { Project } from '../../compose/project.js';
import { child } from '../../source/tree.js';
import { type Draft, placeOf, readable } from './draft.js';
import { hostPortMentions, type Mention, pairMentions, uniqueMentions, urlMentions } from './mention.js';

/** nginx's `server api;` in an upstream and Caddy's `reverse_proxy api`, where no port is given. */
const PROXIED =
  /\b(?:server|proxy_pass|fastcgi_pass|uwsgi_pass|grpc_pass|reverse_proxy)\s{1,8}([A-Za-z0-9][A-Za-z0-9_.-]*)\s{0,8}(?=[;\n{]|$)/dg;

export function configDrafts(project: Project): readonly Draft[] {
  const contents = new Map(project.configs.map(({ key, tree }) => [key, child(tree, 'content')]));
  return project.services.flatMap((service) =>
    service.configs.flatMap(({ source }) => {
      const content = contents.get(source);
      if (content?.kind !== 'scalar') return [];
      return mentionsOf(readable(content)).map((mention) => ({
        from: service.name,
        to: { host: mention.host },
        port: mention.port ?? mention.usualPort,
        kind: 'config' as const,
        evidence: { text: `config \`${source}\` names \`${mention.host}\``, at: placeOf(content, mention) },
      }));
    }),
  );
}

function mentionsOf(text: string): readonly Mention[] {
  const proxied = [...text.matchAll(PROXIED)].flatMap((match) => {
    const span = match.indices?.[1];
    return span ? [{ host: match[1] ?? '', port: undefined, start: span[0], end: span[1] }] : [];
  });
  return uniqueMentions(urlMentions(text), hostPortMentions(text), pairMentions(text), proxied);
}
