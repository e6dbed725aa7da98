// Keeps the progress of a batch up to date. Without it, the page has a link that does the same.
const EVERY = 2000;
const place = document.querySelector("[data-progress]");

async function refresh() {
  const answer = await fetch(location.pathname).catch(() => null);
  if (answer?.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("[data-progress]");
    // It has ended: the whole page has something new to show.
    if (!fresh) {
      location.reload();
      return;
    }

    place.querySelector("progress").value = fresh.querySelector("progress").getAttribute("value");
    place.querySelector("#avancement").textContent = fresh.querySelector("#avancement").textContent;
  }

  setTimeout(refresh, EVERY);
}

if (place) setTimeout(refresh, EVERY);
