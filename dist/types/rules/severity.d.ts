/**
 * How grave a finding about reach is, and how sure: looked up in the tables below, never felt. Four facts decide: where
 * an attacker stands, by which kind of path he arrives, what he arrives at, and how strong the evidence is for all of it.
 */
import type { Confidence } from '../topology/topology.js';
import { type Facts, type PathKind, type Persona, type Scale, type Severity, type Standpoint, type Target } from './rule.js';
export declare const STANDPOINT_MEANINGS: Readonly<Record<Standpoint, string>>;
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
    readonly facts: Facts;
}
/** Below medium confidence a finding is for those who ask for everything. */
export declare function derive(facts: Facts, { quiet }?: Pick<Scale, 'quiet'>): Grade;
/** A scale worked out: what comes of each case, and what the words mean. */
export interface Grading {
    /** Gravest first, and those with the same facts but for the strength of the evidence side by side. */
    readonly grades: readonly (readonly Grade[])[];
    readonly terms: readonly {
        readonly fact: keyof Facts;
        readonly word: string;
        readonly meaning: string;
    }[];
}
export declare function gradingOf(scale: Scale): Grading;
/** A chain is as strong as its weakest link. */
export declare function weakest(...confidences: readonly Confidence[]): Confidence;
export declare function strongest(...confidences: readonly Confidence[]): Confidence;
