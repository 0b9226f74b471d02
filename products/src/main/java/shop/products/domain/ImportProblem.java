package shop.products.domain;

/** What is wrong with a line; lines are counted as in the file, from 1. */
public record ImportProblem(int line, String pointer, String code, String detail) {}
