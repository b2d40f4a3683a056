import type { Block } from '#platform/docx/document-model.ts';

/** What Word numbers by itself, for the screen: "I.", "1.", "a)" beside each heading, '' beside the rest. */
export function headingLabels(blocks: readonly Block[]): string[] {
  const counts = [0, 0, 0];
  return blocks.map((block) => {
    if (block.kind !== 'heading') return '';
    const level = block.level - 1;
    counts[level] = (counts[level] ?? 0) + 1;
    counts.fill(0, level + 1);
    return labelOf(block.level, counts[level] ?? 1);
  });
}

function labelOf(level: 1 | 2 | 3, count: number): string {
  if (level === 1) return `${romans[count - 1] ?? String(count)}.`;
  return level === 2 ? `${count}.` : `${String.fromCharCode(96 + count)})`;
}

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
