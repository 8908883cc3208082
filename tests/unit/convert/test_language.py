"""`detect`: the language of a paragraph by its function words."""

import pytest

from generator.convert.language import detect

PARAGRAPHS = {
    "fr": """
        Le pont entre les deux villes est ouvert depuis lundi, après trois ans de travaux qui ont coûté plus cher que
        prévu. Selon la mairie, près de mille personnes l’ont traversé le premier jour, et les commerçants de la rive
        gauche espèrent que leurs clients reviendront avant la fin de l’été.

        Interrogé par des journalistes à la sortie de la réunion, le ministre n’a pas voulu dire quand la décision
        serait prise. Il a seulement rappelé que son gouvernement avait promis de consulter toutes les communes avant de
        fermer une gare, et que cette promesse serait tenue cette année.

        « Nous ne sommes pas contre le projet, mais contre la manière dont il est mené », explique une habitante du
        quartier. Depuis l’annonce, elle a réuni avec ses voisins plus de deux cents signatures au bas d’une pétition
        qui sera remise au préfet vendredi.
    """,
    "en": """
        The bridge between the two towns has been open since Monday, after three years of work that cost more than
        planned. About a thousand people crossed it on the first day, the council said, and shops on the left bank hope
        that their customers will be back before the end of the summer.

        Asked by reporters as he left the meeting, the minister would not say when the decision was to be taken. He only
        recalled that his government had promised to consult every town before it closed a station, and said that the
        promise would be kept this year.

        “We are not against the plan but against the way in which it is being carried out,” said a woman who lives
        nearby. Since the announcement she and her neighbours have collected more than two hundred names under a
        petition that they will hand over on Friday.
    """,
    "de": """
        Die Brücke zwischen den beiden Städten ist seit Montag offen, nach drei Jahren Arbeit, die teurer wurde als
        geplant. Am ersten Tag gingen nach Angaben der Stadt rund tausend Menschen hinüber, und die Händler am linken
        Ufer hoffen, dass ihre Kunden noch vor dem Ende des Sommers zurückkommen.

        Auf die Frage von Journalisten wollte der Minister nach der Sitzung nicht sagen, wann die Entscheidung fällt. Er
        erinnerte nur daran, dass seine Regierung versprochen hat, alle Gemeinden anzuhören, bevor ein Bahnhof
        geschlossen wird, und dass dieses Versprechen auch in diesem Jahr gilt.

        „Wir sind nicht gegen den Plan, sondern gegen die Art, wie er umgesetzt wird“, sagt eine Anwohnerin. Seit der
        Ankündigung hat sie mit ihren Nachbarn mehr als zweihundert Unterschriften gesammelt, die am Freitag an den
        Landrat übergeben werden sollen.
    """,
    "es": """
        El puente entre las dos ciudades está abierto desde el lunes, después de tres años de obras que han costado más
        de lo previsto. Según el ayuntamiento, unas mil personas lo cruzaron el primer día, y los comerciantes de la
        orilla izquierda esperan que sus clientes vuelvan antes del final del verano.

        Preguntado por los periodistas al salir de la reunión, el ministro no quiso decir cuándo se tomará la decisión.
        Solo recordó que su gobierno había prometido consultar a todos los municipios antes de cerrar una estación, y
        que esa promesa se cumplirá este año.

        «No estamos en contra del proyecto, sino de la forma en que se lleva a cabo», explica una vecina del barrio.
        Desde el anuncio ha reunido con otros vecinos más de doscientas firmas para una petición que será entregada al
        alcalde el viernes por la tarde.
    """,
    "pt": """
        A ponte entre as duas cidades está aberta desde segunda-feira, depois de três anos de obras que custaram mais do
        que o previsto. Segundo a câmara, cerca de mil pessoas a atravessaram no primeiro dia, e os comerciantes da
        margem esquerda esperam que os seus clientes voltem antes do fim do verão.

        À saída da reunião, o ministro não quis dizer aos jornalistas quando será tomada a decisão. Lembrou apenas que o
        seu governo tinha prometido ouvir todos os municípios antes de fechar uma estação, e que essa promessa será
        cumprida este ano.

        «Não estamos contra o projeto, mas contra a forma como ele é feito», explica uma moradora do bairro. Desde o
        anúncio, ela reuniu com os vizinhos mais de duzentas assinaturas numa petição que será entregue na sexta-feira
        ao presidente da câmara.
    """,
    "it": """
        Il ponte tra le due città è aperto da lunedì, dopo tre anni di lavori che sono costati più del previsto. Secondo
        il comune, circa mille persone lo hanno attraversato il primo giorno, e i commercianti della riva sinistra
        sperano che i loro clienti tornino prima della fine dell’estate.

        Alla domanda dei giornalisti, all’uscita dalla riunione, il ministro non ha voluto dire quando sarà presa la
        decisione. Ha soltanto ricordato che il suo governo aveva promesso di consultare tutti i comuni prima di
        chiudere una stazione, e che la promessa sarà mantenuta quest’anno.

        «Non siamo contro il progetto, ma contro il modo in cui viene portato avanti», spiega una donna che abita nel
        quartiere. Dopo l’annuncio ha raccolto con i suoi vicini più di duecento firme per una petizione che sarà
        consegnata al sindaco nella giornata di venerdì.
    """,
    "nl": """
        De brug tussen de twee steden is sinds maandag open, na drie jaar werk dat meer heeft gekost dan voorzien. Op de
        eerste dag staken volgens de gemeente ongeveer duizend mensen over, en de winkeliers op de linkeroever hopen dat
        hun klanten voor het einde van de zomer terug zijn.

        Op de vraag van journalisten wilde de minister na de vergadering niet zeggen wanneer het besluit wordt genomen.
        Hij herinnerde er alleen aan dat zijn regering had beloofd om alle gemeenten te raadplegen voordat er een
        station dichtgaat, en dat die belofte ook dit jaar geldt.

        “Wij zijn niet tegen het plan, maar tegen de manier waarop het wordt uitgevoerd”, zegt een vrouw uit de buurt.
        Sinds de aankondiging heeft ze met haar buren meer dan tweehonderd handtekeningen verzameld voor een petitie die
        op vrijdag aan de burgemeester wordt overhandigd.
    """,
    "pl": """
        Most między dwoma miastami jest otwarty od poniedziałku, po trzech latach prac, które kosztowały więcej, niż
        zakładano. Według władz miasta pierwszego dnia przeszło po nim około tysiąca osób, a kupcy z lewego brzegu mają
        nadzieję, że ich klienci wrócą jeszcze przed końcem lata.

        Zapytany przez dziennikarzy po wyjściu ze spotkania, minister nie chciał powiedzieć, kiedy zapadnie decyzja.
        Przypomniał tylko, że jego rząd obiecał zapytać o zdanie wszystkie gminy, zanim zostanie zamknięta stacja, i że
        ta obietnica będzie dotrzymana także w tym roku.

        „Nie jesteśmy przeciwko planowi, ale przeciwko temu, jak jest on wykonywany”, mówi kobieta, która mieszka w
        pobliżu. Od czasu ogłoszenia zebrała z sąsiadami ponad dwieście podpisów pod petycją, która w piątek ma trafić
        do burmistrza.
    """,
    "uk": """
        Міст між двома містами відкрили у понеділок після трьох років робіт, які коштували більше, ніж планували. За
        словами міської ради, першого дня ним пройшло близько тисячі людей, і власники крамниць на лівому березі
        сподіваються, що їхні покупці повернуться ще до кінця літа.

        На запитання журналістів після засідання міністр не захотів сказати, коли буде ухвалено рішення. Він лише
        нагадав, що його уряд обіцяв запитати думку всіх громад, перш ніж закрити станцію, і що цю обіцянку буде
        виконано цього року.

        «Ми не проти плану, але проти того, як його виконують», — каже жінка, яка живе поруч. Після оголошення вона з
        сусідами зібрала понад двісті підписів під зверненням, яке в п’ятницю мають передати міському голові, щоб він
        розглянув його на найближчому засіданні ради.
    """,
    "ru": """
        Мост между двумя городами открыли в понедельник после трёх лет работ, которые стоили больше, чем ожидали. По
        словам городского совета, в первый день по нему прошло около тысячи человек, и владельцы лавок на левом берегу
        надеются, что их покупатели вернутся ещё до конца лета.

        На вопрос журналистов после заседания министр не захотел сказать, когда будет принято решение. Он только
        напомнил, что его правительство обещало спросить мнение всех общин, прежде чем закрыть станцию, и что это
        обещание будет выполнено в этом году.

        «Мы не против плана, но против того, как его выполняют», — говорит женщина, которая живёт рядом. После
        объявления она с соседями собрала более двухсот подписей под обращением, которое в пятницу должны передать
        городскому голове, чтобы он рассмотрел его на ближайшем заседании.
    """,
}
EXAMPLES = [(lang, paragraph) for lang, text in PARAGRAPHS.items() for paragraph in text.strip().split("\n\n")]


@pytest.mark.parametrize(("language", "paragraph"), EXAMPLES)
def test_a_paragraph_tells_its_language(language: str, paragraph: str) -> None:
    assert detect(paragraph) == language


@pytest.mark.parametrize(("language", "paragraph"), EXAMPLES)
def test_half_a_paragraph_tells_it_or_nothing(language: str, paragraph: str) -> None:
    half = len(paragraph) // 2
    assert {detect(paragraph[:half]), detect(paragraph[half:])} <= {language, None}


@pytest.mark.parametrize(("language", "paragraph"), EXAMPLES)
def test_capitals_make_no_difference(language: str, paragraph: str) -> None:
    assert detect(paragraph.upper()) == language


@pytest.mark.parametrize(("language", "paragraph"), EXAMPLES)
def test_a_quotation_in_another_language_does_not_change_it(language: str, paragraph: str) -> None:
    other = "The bridge is open to all." if language != "en" else "Le pont est ouvert à tous."
    assert detect(f"{paragraph} {other}") == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "—",
        "12 345",
        "Pont",
        "Pont Neuf",
        "le the",
        "не на",
        "Jens Stoltenberg, Sergueï Lavrov, Antony Blinken, Josep Borrell, Olaf Scholz, Ursula von der Leyen, Joe Biden",
        "Podul dintre cele două orașe este deschis de luni. Potrivit primăriei, o mie de oameni l-au trecut luni.",
        "Silta on ollut auki maanantaista lähtien. Kaupungin mukaan tuhat ihmistä ylitti sen ensimmäisenä päivänä.",
        "The bridge is open to all of the people in town. Le pont est ouvert pour tous les habitants de la ville.",
    ],
)
def test_a_text_in_which_no_language_stands_out_has_none(text: str) -> None:
    assert detect(text) is None
