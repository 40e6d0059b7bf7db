/**
 * How grave a finding about reach is, and how sure: looked up in the tables below, never felt. Four facts decide: where
 * an attacker stands, by which kind of path he arrives, what he arrives at, and how strong the evidence is for all of it.
 */
import type { Confidence } from '../topology/topology.js';
import { type Derivation, type Persona, type Severity } from './rule.js';
/** Where the attacker stands before he uses the path. */
export type Standpoint = 'outside' | 'peers' | 'machine' | 'inside';
export type PathKind = 'direct' | 'crossing' | 'flat' | 'bypass';
export type Target = 'engine' | 'tool' | 'data' | 'admin' | 'service';
export interface Facts {
    readonly from: Standpoint;
    readonly path: PathKind;
    readonly target: Target;
    /** The weakest link: of the roles, of the intentions, of what is not known. */
    readonly strength: Confidence;
}
export declare const STANDPOINTS: Readonly<Record<Standpoint, string>>;
/** The severity for a target of the data tier, by where the attacker stands. */
export declare const PATHS: Readonly<Record<PathKind, {
    readonly meaning: string;
    readonly severity: Readonly<Record<Standpoint, Severity>>;
}>>;
/** `shift` counts grades: up is graver. */
export declare const TARGETS: Readonly<Record<Target, {
    readonly meaning: string;
    readonly shift: number;
}>>;
export declare const STRENGTHS: Readonly<Record<Confidence, {
    readonly meaning: string;
    readonly shift: number;
}>>;
export interface Grade {
    readonly severity: Severity;
    readonly confidence: Confidence;
    readonly persona: Persona;
    readonly derivation: Derivation;
}
/** Below medium confidence a finding is for those who ask for everything. */
export declare function derive({ from, path, target, strength }: Facts): Grade;
/** A chain is as strong as its weakest link. */
export declare function weakest(...confidences: readonly Confidence[]): Confidence;
export declare function strongest(...confidences: readonly Confidence[]): Confidence;
