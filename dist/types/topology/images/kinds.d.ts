/** The kinds of images: a finer role each, and how much it says about the coarser one. */
import type { Role } from '../topology.js';
export interface KindTraits {
    /** `undefined`: the image says nothing, as that of a language or of a plain system. */
    readonly role: Role | undefined;
    /** How to call one, after "is". */
    readonly phrase: string;
}
declare const KIND_TABLE: {
    readonly 'edge-proxy': {
        readonly role: "edge";
        readonly phrase: "a reverse proxy";
    };
    readonly 'web-server': {
        readonly role: "edge";
        readonly phrase: "a web server";
    };
    readonly 'http-cache': {
        readonly role: "edge";
        readonly phrase: "an HTTP cache";
    };
    readonly 'tls-proxy': {
        readonly role: "edge";
        readonly phrase: "a TLS proxy";
    };
    readonly 'api-gateway': {
        readonly role: "edge";
        readonly phrase: "an API gateway";
    };
    readonly 'auth-proxy': {
        readonly role: "edge";
        readonly phrase: "an authenticating proxy";
    };
    readonly 'cert-manager': {
        readonly role: "other";
        readonly phrase: "a certificate client";
    };
    readonly 'tunnel-vpn': {
        readonly role: "tunnel";
        readonly phrase: "a tunnel";
    };
    readonly dns: {
        readonly role: "other";
        readonly phrase: "a name server";
    };
    readonly mail: {
        readonly role: "other";
        readonly phrase: "a mail server";
    };
    readonly 'mail.dev': {
        readonly role: "other";
        readonly phrase: "a mail catcher";
    };
    readonly 'egress-proxy': {
        readonly role: "other";
        readonly phrase: "a proxy for outgoing traffic";
    };
    readonly 'database.relational': {
        readonly role: "database";
        readonly phrase: "a relational database";
    };
    readonly 'database.document': {
        readonly role: "database";
        readonly phrase: "a document database";
    };
    readonly 'database.keyvalue': {
        readonly role: "database";
        readonly phrase: "a key-value database";
    };
    readonly 'database.graph': {
        readonly role: "database";
        readonly phrase: "a graph database";
    };
    readonly 'database.multimodel': {
        readonly role: "database";
        readonly phrase: "a database";
    };
    readonly 'database.widecolumn': {
        readonly role: "database";
        readonly phrase: "a wide-column database";
    };
    readonly 'database.timeseries': {
        readonly role: "database";
        readonly phrase: "a time series database";
    };
    readonly 'database.vector': {
        readonly role: "database";
        readonly phrase: "a vector database";
    };
    readonly 'database.analytics': {
        readonly role: "database";
        readonly phrase: "an analytical database";
    };
    readonly 'database.directory': {
        readonly role: "database";
        readonly phrase: "a directory server";
    };
    readonly 'db-proxy': {
        readonly role: "database";
        readonly phrase: "a database proxy";
    };
    readonly search: {
        readonly role: "database";
        readonly phrase: "a search engine";
    };
    readonly cache: {
        readonly role: "cache";
        readonly phrase: "a cache";
    };
    readonly queue: {
        readonly role: "queue";
        readonly phrase: "a message broker";
    };
    readonly 'queue.mqtt': {
        readonly role: "queue";
        readonly phrase: "an MQTT broker";
    };
    readonly 'queue.tooling': {
        readonly role: "app";
        readonly phrase: "a broker tool";
    };
    readonly coordination: {
        readonly role: "queue";
        readonly phrase: "a coordination service";
    };
    readonly 'object-storage': {
        readonly role: "storage";
        readonly phrase: "an object store";
    };
    readonly registry: {
        readonly role: "app";
        readonly phrase: "a package registry";
    };
    readonly 'file-transfer': {
        readonly role: "storage";
        readonly phrase: "a file server";
    };
    readonly 'admin-ui': {
        readonly role: "admin";
        readonly phrase: "an administration interface";
    };
    readonly 'admin-ui.database': {
        readonly role: "admin";
        readonly phrase: "a database administration interface";
    };
    readonly 'admin-ui.queue': {
        readonly role: "admin";
        readonly phrase: "a queue administration interface";
    };
    readonly 'admin-ui.search': {
        readonly role: "admin";
        readonly phrase: "a search administration interface";
    };
    readonly 'admin-ui.remote': {
        readonly role: "admin";
        readonly phrase: "a remote desktop or shell";
    };
    readonly 'container-admin': {
        readonly role: "admin";
        readonly phrase: "a container administration interface";
    };
    readonly 'socket-proxy': {
        readonly role: "admin";
        readonly phrase: "a proxy of the Docker socket";
    };
    readonly updater: {
        readonly role: "admin";
        readonly phrase: "a container updater";
    };
    readonly scheduler: {
        readonly role: "worker";
        readonly phrase: "a scheduler";
    };
    readonly orchestrator: {
        readonly role: "other";
        readonly phrase: "an orchestrator";
    };
    readonly 'container-runtime': {
        readonly role: "other";
        readonly phrase: "a container runtime";
    };
    readonly monitoring: {
        readonly role: "monitoring";
        readonly phrase: "a monitoring system";
    };
    readonly 'monitoring.exporter': {
        readonly role: "monitoring";
        readonly phrase: "a metrics exporter";
    };
    readonly 'monitoring.agent': {
        readonly role: "monitoring";
        readonly phrase: "a monitoring agent";
    };
    readonly logging: {
        readonly role: "monitoring";
        readonly phrase: "a log server";
    };
    readonly 'logging.agent': {
        readonly role: "monitoring";
        readonly phrase: "a log collector";
    };
    readonly tracing: {
        readonly role: "monitoring";
        readonly phrase: "a tracing system";
    };
    readonly identity: {
        readonly role: "app";
        readonly phrase: "an identity provider";
    };
    readonly secrets: {
        readonly role: "other";
        readonly phrase: "a secret store";
    };
    readonly 'service-discovery': {
        readonly role: "other";
        readonly phrase: "a discovery or configuration service";
    };
    readonly security: {
        readonly role: "other";
        readonly phrase: "a security tool";
    };
    readonly 'ci-cd': {
        readonly role: "app";
        readonly phrase: "a build server";
    };
    readonly vcs: {
        readonly role: "app";
        readonly phrase: "a source code server";
    };
    readonly backup: {
        readonly role: "worker";
        readonly phrase: "a backup tool";
    };
    readonly job: {
        readonly role: "other";
        readonly phrase: "a one-shot tool";
    };
    readonly 'dev-tool': {
        readonly role: "other";
        readonly phrase: "a development tool";
    };
    readonly workflow: {
        readonly role: "app";
        readonly phrase: "a workflow engine";
    };
    readonly compute: {
        readonly role: "app";
        readonly phrase: "a data processing engine";
    };
    readonly automation: {
        readonly role: "app";
        readonly phrase: "an automation server";
    };
    readonly 'ai-inference': {
        readonly role: "app";
        readonly phrase: "a model server";
    };
    readonly worker: {
        readonly role: "worker";
        readonly phrase: "a worker";
    };
    readonly 'language-runtime': {
        readonly role: undefined;
        readonly phrase: "a language runtime";
    };
    readonly 'app-server': {
        readonly role: "app";
        readonly phrase: "an application server";
    };
    readonly 'base-os': {
        readonly role: undefined;
        readonly phrase: "a plain system";
    };
    readonly app: {
        readonly role: "app";
        readonly phrase: "an application";
    };
    readonly 'app.content': {
        readonly role: "app";
        readonly phrase: "an application";
    };
    readonly 'app.data': {
        readonly role: "app";
        readonly phrase: "an application";
    };
    readonly 'app-service': {
        readonly role: "app";
        readonly phrase: "a service";
    };
    readonly frontend: {
        readonly role: "frontend";
        readonly phrase: "an interface";
    };
    readonly dashboard: {
        readonly role: "frontend";
        readonly phrase: "a dashboard";
    };
    readonly notification: {
        readonly role: "app";
        readonly phrase: "a notification server";
    };
    readonly 'vulnerable-by-design': {
        readonly role: "app";
        readonly phrase: "an application made to be attacked";
    };
    readonly media: {
        readonly role: "app";
        readonly phrase: "a media application";
    };
    readonly 'smart-home': {
        readonly role: "app";
        readonly phrase: "a home automation server";
    };
    readonly game: {
        readonly role: "app";
        readonly phrase: "a game server";
    };
};
export type ImageKind = keyof typeof KIND_TABLE;
export declare const KINDS: Readonly<Record<ImageKind, KindTraits>>;
export {};
