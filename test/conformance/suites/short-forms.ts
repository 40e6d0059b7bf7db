/** The short syntax of ports and volumes, held against what compose-go made of it. */
import { parsePort, portPairs } from '../../../src/compose/ports.js';
import { parseVolume } from '../../../src/compose/volumes.js';
import { difference, suite } from '../suite.js';

interface Case {
  readonly id: string;
  readonly text: string;
  readonly result?: unknown;
  readonly error?: string;
}

export const portsSuite = suite<Case>('ports', /^ports\//, 1, ({ text, result, error }) =>
  difference('ports', portsOf(text), result ?? { error }),
);

export const volumesSuite = suite<Case>('volumes', /^volumes\//, 1, ({ text, result, error }) =>
  difference('volume', volumeOf(text), result ?? { error }),
);

/** As compose-go prints them: what is empty or 0 is left out. */
function portsOf(text: string): unknown {
  const parsed = parsePort(text);
  if (!parsed.ok) return { error: parsed.message };
  const { hostIp, protocol } = parsed.port;
  const common = {
    mode: 'ingress',
    ...(hostIp && { host_ip: hostIp.text }),
    protocol: protocol?.text.toLowerCase() ?? 'tcp',
  };
  return portPairs(parsed.port).map(({ target, published }) => ({
    ...common,
    ...(target && { target }),
    ...(published && { published }),
  }));
}

/** What is empty is left out, and so is `create_host_path`, which a short bind mount always has. */
function volumeOf(text: string): unknown {
  const parsed = parseVolume(text);
  if (!parsed.ok) return { error: parsed.message };
  const { type, source, target, readOnly, noCopy, propagation, selinux, bare } = parsed.volume;
  const hasBind = type === 'bind' || propagation || selinux;
  const hasVolume = noCopy || (type === 'volume' && !bare);
  return {
    type,
    ...(source && { source: source.text }),
    ...(target && { target: target.text }),
    ...(readOnly && { read_only: true }),
    ...(hasBind && {
      bind: { ...(propagation && { propagation: propagation.text }), ...(selinux && { selinux: selinux.text }) },
    }),
    ...(hasVolume && { volume: noCopy ? { nocopy: true } : {} }),
  };
}
