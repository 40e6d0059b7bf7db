/** The short syntax of volumes, held against what compose-go made of it. */
import { parseVolume } from '../../src/compose/volumes.js';
import { conformanceCases, describeWith } from '../support/shared.js';

interface Case {
  readonly id: string;
  readonly text: string;
  readonly result?: object;
  readonly error?: string;
}

/** As compose-go prints it: what is empty is left out, and so is `create_host_path`, which a short bind mount always has. */
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

describeWith('conformance/volumes')('volumes', () => {
  test.each(conformanceCases<Case>('volumes').map((item) => [item.id, item] as const))('%s', (_id, item) => {
    expect(volumeOf(item.text)).toEqual(item.result ?? { error: item.error });
  });
});
