// The pages work without scripts; copying cannot. This shows each copy button beside its text and lets it copy.
for (const button of document.querySelectorAll('button[data-copies]')) {
  const field = document.getElementById(button.dataset.copies);
  const said = document.getElementById(`${button.dataset.copies}-said`);
  const copyOldWay = () => {
    field.select();
    return document.execCommand('copy');
  };
  const copy = async () => {
    // Over plain http in an office's network browsers give no clipboard.
    const done = navigator.clipboard
      ? await navigator.clipboard.writeText(field.value).then(() => true, copyOldWay)
      : copyOldWay();
    said.textContent = done ? button.dataset.done : button.dataset.failed;
  };
  button.hidden = false;
  button.addEventListener('click', () => void copy());
}
