/** The sentences of evidence. Names, ports and addresses only: never a value that may be a secret. */
import type { Service } from '../compose/project.js';
import type { EngineProfile } from './engine.js';
import type { Evidence, Ingress } from './topology.js';

export function hostNetwork(service: Service): Evidence {
  const at = service.networkMode?.at ?? service.networks[0]?.at ?? service.at;
  return { text: `${service.name} is on the host's network: it listens on the host's addresses`, at };
}

/** A published port, as its host sees it. */
export function portText(entry: Ingress, engine: EngineProfile): string {
  const target = entry.target === undefined ? 'a port that is not known' : `port ${entry.target}`;
  const protocol = entry.port.protocol === 'udp' ? ' (UDP)' : '';
  const place =
    entry.published === null ? 'at a port that is not fixed' : `as ${addressText(entry)}:${entry.published}`;
  const note =
    engine.mode === 'swarm' && entry.port.hostIp !== '' ? '; docker stack deploy ignores the host address' : '';
  return `${entry.service} publishes ${target}${protocol} ${place}${entry.hostIp === '' ? ' at an address that is not known' : ''}${note}`;
}

function addressText(entry: Ingress): string {
  if (entry.hostIp === '') return 'HOST';
  return entry.hostIp.includes(':') && !entry.hostIp.startsWith('[') ? `[${entry.hostIp}]` : entry.hostIp;
}
