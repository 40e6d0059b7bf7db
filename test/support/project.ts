/** A small loader for tests of what stands above the loader: one file, no interpolation. */
import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type { Attachment, Network, Port, Project, Service, Variable } from '../../src/compose/project';
import type { Origin, Scalar, Tree } from '../../src/source/tree';
import { child, mapping, scalar, sequence, synthetic } from '../../src/source/tree';

export function projectOf(text: string, name = 'lab', path = 'compose.yml'): Project {
  const source = { path, text };
  const document = parseDocument(text, { merge: true });
  const origin = (node: Node | null | undefined): Origin => ({
    source,
    start: node?.range?.[0] ?? 0,
    end: node?.range?.[1] ?? 0,
    via: [],
  });
  const tree = (node: unknown): Tree => {
    if (isMap(node)) {
      return mapping(
        node.items.map((pair) => ({
          name: String(isScalar(pair.key) ? pair.key.value : pair.key),
          at: origin(pair.key as Node),
          value: tree(pair.value),
        })),
        origin(node),
      );
    }
    if (isSeq(node)) return sequence(node.items.map(tree), origin(node));
    return scalar(isScalar(node) ? (node.value as Scalar['value']) : null, origin(node as Node));
  };
  const root = tree(document.contents);
  const entries = (t: Tree | undefined) => (t?.kind === 'mapping' ? [...t.entries.values()] : []);
  const items = (t: Tree | undefined) =>
    t?.kind === 'sequence' ? t.items : t?.kind === 'scalar' && t.value !== null ? [t] : [];
  const scalars = (t: Tree | undefined): Scalar[] => items(t).flatMap((x) => (x.kind === 'scalar' ? [x] : []));
  const one = (t: Tree | undefined): Scalar | undefined => (t?.kind === 'scalar' && t.value !== null ? t : undefined);
  const text_ = (t: Tree | undefined) => (t?.kind === 'scalar' && t.value !== null ? String(t.value) : undefined);
  const variables = (t: Tree | undefined): Variable[] =>
    t?.kind === 'sequence'
      ? scalars(t).map((s) => {
          const [n = '', ...v] = String(s.value).split('=');
          return { name: n, at: s.at, value: scalar(v.join('='), s.at) };
        })
      : entries(t).map((e) => ({ name: e.name, at: e.at, value: one(e.value) }));
  const attachments = (t: Tree | undefined): Attachment[] => {
    const base = { aliases: [], priority: 0, gatewayPriority: 0 };
    if (t?.kind === 'sequence') return scalars(t).map((s) => ({ ...base, network: String(s.value), at: s.at }));
    return entries(t).map((e) => ({
      network: e.name,
      at: e.at,
      aliases: scalars(child(e.value, 'aliases')),
      ...(one(child(e.value, 'ipv4_address')) ? { ipv4Address: one(child(e.value, 'ipv4_address')) as Scalar } : {}),
      ...(one(child(e.value, 'ipv6_address')) ? { ipv6Address: one(child(e.value, 'ipv6_address')) as Scalar } : {}),
      priority: Number(text_(child(e.value, 'priority')) ?? 0),
      gatewayPriority: Number(text_(child(e.value, 'gw_priority')) ?? 0),
    }));
  };
  const ports = (t: Tree | undefined): Port[] =>
    items(t).flatMap((item): Port[] => {
      if (item.kind === 'mapping') {
        const published = text_(child(item, 'published'));
        const [a, b = a] = published?.split('-').map(Number) ?? [];
        return [
          {
            at: item.at,
            target: Number(text_(child(item, 'target'))),
            published: a === undefined ? { kind: 'random' } : { kind: 'range', start: a, end: b ?? a },
            hostIp: text_(child(item, 'host_ip')) ?? '',
            protocol: text_(child(item, 'protocol')) ?? 'tcp',
            mode: text_(child(item, 'mode')) ?? 'ingress',
          },
        ];
      }
      const [spec = '', protocol = 'tcp'] = String(item.kind === 'scalar' ? item.value : '').split('/');
      const m = /^(?:(.*):)?(?:(\d+)(?:-(\d+))?:)(\d+)(?:-(\d+))?$/.exec(spec) ?? /^()()()(\d+)(?:-(\d+))?$/.exec(spec);
      if (!m) throw new Error(`port ${spec}`);
      const first = Number(m[4]);
      const last = Number(m[5] ?? m[4]);
      const start = m[2] ? Number(m[2]) : undefined;
      const end = m[3] ? Number(m[3]) : start;
      return Array.from(
        { length: last - first + 1 },
        (_, i): Port => ({
          at: item.at,
          target: first + i,
          hostIp: (m[1] ?? '').replace(/^\[|\]$/g, ''),
          protocol,
          mode: 'ingress',
          published:
            start === undefined
              ? { kind: 'random' }
              : last > first
                ? { kind: 'range', start: start + i, end: start + i }
                : { kind: 'range', start, end: end ?? start },
        }),
      );
    });
  const optional = <K extends string>(key: K, value: Scalar | undefined) =>
    value ? ({ [key]: value } as { readonly [k in K]: Scalar }) : {};
  const usesDefault = new Set<string>();
  const services = entries(child(root, 'services')).map((entry): Service => {
    const t = entry.value.kind === 'mapping' ? entry.value : mapping([], entry.at);
    const mode = one(child(t, 'network_mode'));
    let networks = attachments(child(t, 'networks'));
    if (mode === undefined && networks.length === 0) {
      usesDefault.add(entry.name);
      networks = [
        {
          network: 'default',
          at: synthetic(entry.at, 'it names no network'),
          aliases: [],
          priority: 0,
          gatewayPriority: 0,
        },
      ];
    }
    const links = (key: string) =>
      scalars(child(t, key)).map((s) => {
        const [target = '', alias = target] = String(s.value).split(':');
        return { target, alias, at: s.at };
      });
    return {
      name: entry.name,
      at: entry.at,
      tree: t,
      provider: child(t, 'provider') !== undefined,
      ...optional('image', one(child(t, 'image'))),
      ...optional('containerName', one(child(t, 'container_name'))),
      ...optional('hostname', one(child(t, 'hostname'))),
      ...optional('networkMode', mode),
      networks: mode === undefined ? networks : [],
      ports: ports(child(t, 'ports')),
      expose: scalars(child(t, 'expose')),
      environment: variables(child(t, 'environment')),
      dependsOn: [
        ...scalars(child(t, 'depends_on')).map((s) => ({ name: String(s.value), at: s.at })),
        ...(child(t, 'depends_on')?.kind === 'mapping' ? entries(child(t, 'depends_on')) : []),
      ].map((d) => ({ service: d.name, at: d.at, condition: 'service_started', required: true, implied: false })),
      links: links('links'),
      externalLinks: links('external_links'),
      volumes: items(child(t, 'volumes')).map((v) => {
        if (v.kind === 'mapping') {
          return {
            at: v.at,
            type: text_(child(v, 'type')) ?? 'volume',
            source: text_(child(v, 'source')) ?? '',
            target: text_(child(v, 'target')) ?? '',
            readOnly: text_(child(v, 'read_only')) === 'true',
            unknownSource: false,
          };
        }
        const [src = '', target = '', opts = ''] = String(v.kind === 'scalar' ? v.value : '').split(':');
        return {
          at: v.at,
          type: /^[./~]/.test(src) ? 'bind' : 'volume',
          source: src,
          target,
          readOnly: opts.includes('ro'),
          unknownSource: false,
        };
      }),
      secrets: [],
      configs: [],
      labels: variables(child(t, 'labels')),
      command: scalars(child(t, 'command')),
      entrypoint: [],
      healthcheck: [],
      extraHosts: scalars(child(t, 'extra_hosts')).map((s) => {
        const [, host = '', address = ''] = /^([^:=]+)[:=](.*)$/.exec(String(s.value)) ?? [];
        return { host, address, at: s.at };
      }),
      profiles: scalars(child(t, 'profiles')),
      replicas: Number(text_(child(child(t, 'deploy'), 'replicas')) ?? text_(child(t, 'scale')) ?? 1),
    };
  });
  const keys = entries(child(root, 'networks'));
  const declared =
    usesDefault.size > 0 && !keys.some((k) => k.name === 'default')
      ? [...keys, { name: 'default', at: root.at, value: mapping([], root.at) }]
      : keys;
  const networks = declared.map((e): Network => {
    const t = e.value.kind === 'mapping' ? e.value : undefined;
    const external = text_(child(t, 'external')) === 'true';
    return {
      key: e.name,
      engineName: text_(child(t, 'name')) ?? (external ? e.name : `${name}_${e.name}`),
      at: e.at,
      tree: t,
      external,
      internal: text_(child(t, 'internal')) === 'true',
      enableIpv4: text_(child(t, 'enable_ipv4')) !== 'false',
      enableIpv6: text_(child(t, 'enable_ipv6')) === 'true',
      driver: text_(child(t, 'driver')) ?? '',
      driverOptions: variables(child(t, 'driver_opts')),
      labels: [],
      declared: true,
    };
  });
  return {
    name,
    mode: 'analysis',
    workingDirectory: '/project',
    files: [source],
    model: root.kind === 'mapping' ? root : mapping([], root.at),
    services,
    disabledServices: [],
    networks,
    volumes: [],
    secrets: [],
    configs: [],
    problems: [],
  };
}
