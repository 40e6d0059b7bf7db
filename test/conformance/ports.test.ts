/** The short syntax of ports, held against what compose-go made of it. */
import { parsePort, portPairs } from '../../src/compose/ports.js';
import { conformanceCases, describeWith } from '../support/shared.js';

interface Case {
  readonly id: string;
  readonly text: string;
  readonly result?: readonly object[];
  readonly error?: string;
}

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

describeWith('conformance/ports')('ports', () => {
  test.each(conformanceCases<Case>('ports').map((item) => [item.id, item] as const))('%s', (_id, item) => {
    expect(portsOf(item.text)).toEqual(item.result ?? { error: item.error });
  });
});
