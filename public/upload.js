/* Sending documents without leaving the page: progress, several at once, drag and drop. The form works without this. */
(() => {
  "use strict";
  const form = document.getElementById("send");
  if (!form || !window.FormData) return;
  document.body.classList.add("scripted");
  const MOST = 10 * 1024 * 1024;
  const { sending, checking, failed, flawTooLarge } = form.dataset;
  const inputs = [...form.querySelectorAll("input[type=file]")];
  const button = form.querySelector("button");
  const progress = document.getElementById("progress");
  const told = document.getElementById("told");
  document.getElementById("file").multiple = true;

  const say = (text, wrong) => {
    const line = document.createElement("p");
    line.className = `told ${wrong ? "wrong" : "right"}`;
    line.textContent = text;
    told.replaceChildren(line);
  };

  const send = (file) =>
    new Promise((done) => {
      if (file.size > MOST) {
        say(flawTooLarge, true);
        return done(false);
      }
      const body = new FormData();
      body.append("kind", form.elements.kind.value);
      body.append("file", file, file.name);
      const request = new XMLHttpRequest();
      request.open("POST", form.action);
      request.setRequestHeader("Accept", "application/json");
      request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
        if (!lengthComputable) return;
        progress.value = Math.round((100 * loaded) / total);
        say(loaded < total ? sending.replace("{percent}", progress.value) : checking);
      };
      request.onerror = request.onabort = () => {
        say(failed, true);
        done(false);
      };
      request.onload = () => {
        let answer;
        try {
          answer = JSON.parse(request.responseText);
        } catch {
          answer = {};
        }
        if (answer.papers === undefined) {
          say(answer.detail || failed, true);
          return done(false);
        }
        say(answer.told, request.status >= 400);
        papers.innerHTML = answer.papers;
        done(request.status < 400);
      };
      request.send(body);
    });

  // What a document says is read a moment after it came.
  const papers = document.getElementById("papers");
  const lookAgain = async () => {
    for (let tries = 0; tries < 10; tries += 1) {
      await new Promise((done) => setTimeout(done, 1500));
      const answer = await fetch(location.href).catch(() => null);
      if (!answer?.ok) return;
      const now = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("papers");
      if (!now || button.disabled || papers.contains(document.activeElement)) return;
      if (now.innerHTML !== papers.innerHTML) {
        papers.replaceChildren(...now.childNodes);
        return;
      }
    }
  };

  const sendAll = async (files) => {
    if (!files.length || button.disabled) return;
    button.disabled = true;
    progress.hidden = false;
    for (const file of files) {
      progress.value = 0;
      if (!(await send(file))) break;
    }
    progress.hidden = true;
    button.disabled = false;
    for (const input of inputs) input.value = "";
    lookAgain();
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const files = inputs.flatMap((input) => [...input.files]);
    if (files.length) sendAll(files);
    else document.getElementById("file").focus();
  });
  form.addEventListener("dragover", (event) => {
    event.preventDefault();
    form.classList.add("over");
  });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    sendAll([...event.dataTransfer.files]);
  });
})();
