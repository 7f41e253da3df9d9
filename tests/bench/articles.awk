# Writes articles of about 800 words, the same each time: awk -v from=1 -v to=1000 -v folder=content/articles -f articles.awk
function word() { return words[int(rand() * count) + 1] }
function sentence(   text, left) {
  text = word()
  text = toupper(substr(text, 1, 1)) substr(text, 2)
  for (left = 7 + int(rand() * 6); left > 0; left--) text = text " " word()
  return text ". "
}
BEGIN {
  count = split("face nerve muscle smile eye lid mouth cheek jaw nose weak strong slow small large left right doctor nurse visit week month year day night morning care plan heal move close open blink rest sleep walk talk eat drink chew look see feel touch warm cold pain tight soft help ask call tell show learn know think hope start stop wait come go take give keep hold turn back first last next other many few some most each same new old early late often never again still soon later before after while until", words, " ")
  for (number = from; number <= to; number++) {
    srand(number)
    file = folder "/measured-" number ".md"
    print "---\ntitle: \"Measured article " number "\"\nsummary: \"An article that was made to be measured, number " number ".\"\ncategory: conditions\nauthor: website-editors\npublished: 2025-" sprintf("%02d-%02d", 1 + number % 9, 1 + number % 28) "\n---\n" > file
    for (part = 1; part <= 8; part++) {
      print "## " word() " and " word() " " part "\n" > file
      for (paragraph = 0; paragraph < 2; paragraph++) {
        text = ""
        for (line = 0; line < 4 + part % 2; line++) text = text sentence()
        print text "\n" > file
      }
      if (part % 3 == 0) print "- " sentence() "\n- " sentence() "\n- " sentence() "\n" > file
    }
    close(file)
  }
}
