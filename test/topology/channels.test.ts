/** Ways around the network. */
import { analyzeTopology } from '../../src/topology/analyze';
import type { EngineProfile } from '../../src/topology/engine';
import type { ChannelKind } from '../../src/topology/topology';
import { projectOf } from '../support/project';

/** Channels of the kinds asked for, as `kind: from -> to through`. */
const channelsOf = (file: string, kinds: readonly ChannelKind[], engine: Partial<EngineProfile> = {}) =>
  analyzeTopology(projectOf(file), { engine })
    .channels.filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, from, to, host, through }) =>
      `${kind}: ${from.join(' ')} -> ${host ? 'host' : to.join(' ')} ${through}`.trim(),
    );

const SOCKET: readonly ChannelKind[] = ['docker-socket', 'socket-proxy'];

test.each([
  ['the socket', '"/var/run/docker.sock:/var/run/docker.sock"'],
  ['read-only is no help', '"/var/run/docker.sock:/docker.sock:ro"'],
  ['the folder it lies in', '/run:/run'],
  ['the whole host', '/:/host'],
  ['Podman', '/run/user/1000/podman/podman.sock:/x.sock'],
  ['a path that is not known', '"${SOCKET}:/var/run/docker.sock"'],
])('Docker socket: %s', (_, volume) => {
  expect(channelsOf(`services: {a: {image: x, volumes: [${volume}]}}`, SOCKET)).toEqual(['docker-socket: a -> host']);
});

test.each([
  ['another file', '/run/app.sock:/run/app.sock'],
  ['a volume', 'run:/var/run'],
])('no Docker socket: %s', (_, volume) => {
  expect(channelsOf(`services: {a: {image: x, volumes: [${volume}]}}\nvolumes: {run: {}}`, SOCKET)).toEqual([]);
});

test.each([
  ['known by its image', 'tecnativa/docker-socket-proxy', ''],
  ['known by its client', 'example/relay', ', environment: {DOCKER_HOST: "tcp://proxy:2375"}'],
])('a proxy hands the socket on to its peers: %s', (_, image, client) => {
  const file = `
services:
  proxy: {image: ${image}, volumes: ["/var/run/docker.sock:/var/run/docker.sock:ro"], networks: [api]}
  traefik: {image: x, networks: [api, web]${client}}
  app: {image: x, networks: [web]}
networks: {api: {}, web: {}}
`;
  expect(channelsOf(file, ['socket-proxy'])).toEqual(['socket-proxy: traefik -> host proxy']);
});

test('privileges and namespaces of the kernel', () => {
  const file = `
services:
  a: {image: x, privileged: true}
  b: {image: x, pid: host}
  c: {image: x, ipc: host}
  d: {image: x, pid: "service:e"}
  e: {image: x, ipc: shareable}
  f: {image: x, ipc: "service:e"}
`;
  const kinds: readonly ChannelKind[] = ['privileged', 'host-pid', 'host-ipc', 'shared-pid', 'shared-ipc'];
  expect(channelsOf(file, kinds)).toEqual([
    'privileged: a -> host',
    'host-pid: b -> host',
    'shared-pid: d e -> d e',
    'host-ipc: c -> host',
    'shared-ipc: e f -> e f',
  ]);
  expect(channelsOf(file, kinds, { mode: 'swarm' })).toEqual([]);
});

test('a volume leads from who writes it to who mounts it', () => {
  const file = `
services:
  a: {image: x, volumes: ["data:/data"]}
  b: {image: x, volumes: ["data:/data:ro"]}
  c: {image: x, volumes: ["own:/data", "./config:/config:ro"]}
  d: {image: x, volumes: ["./config:/config:ro"]}
  e: {image: x, volumes_from: ["c:ro"]}
volumes: {data: {}, own: {}}
`;
  expect(channelsOf(file, ['shared-volume'])).toEqual(['shared-volume: a -> a b data', 'shared-volume: c -> c e own']);
});

test('a shared network is one wire: default capabilities forge packets, NET_ADMIN takes addresses', () => {
  const file = `
services:
  a: {image: x}
  b: {image: x, cap_drop: [ALL]}
  c: {image: x, cap_drop: [NET_RAW], cap_add: [NET_ADMIN]}
networks: {default: {driver_opts: {com.docker.network.bridge.enable_icc: "false"}}}
`;
  expect(channelsOf(file, ['net-raw', 'net-admin'])).toEqual([
    'net-admin: c -> a b c default',
    'net-raw: a -> a b c default',
  ]);
});

test('a folder of the host is one, however it is written, and a container is no service', () => {
  const file = `
services:
  a: {image: x, volumes: ["/mnt/shared/:/a"]}
  b: {image: x, volumes: ["/mnt/x/../shared:/b"]}
  container: {image: x, volumes: ["/mnt/other:/c"]}
  d: {image: x, volumes_from: ["container:elsewhere"]}
`;
  expect(channelsOf(file, ['shared-volume'])).toEqual(['shared-volume: a b -> a b /mnt/shared']);
});
