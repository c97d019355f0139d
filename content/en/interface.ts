<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name></name>
    <message id="demonstration">
        <source></source>
        <translation>Demonstration: nobody will call</translation>
    </message>
    <message id="attract.question">
        <source></source>
        <translation>What happens when the signal gets lost?</translation>
    </message>
    <message id="attract.start">
        <source></source>
        <translation>Touch to start</translation>
    </message>
    <message id="pathway.alt">
        <source></source>
        <translation>The path of a signal: from the brain to the spinal cord, along a nerve, across the junction, to the muscle.</translation>
    </message>
    <message id="comfort.open">
        <source></source>
        <translation>Make it easier</translation>
    </message>
    <message id="comfort.this_visit">
        <source></source>
        <translation>For this visit only. Nothing is saved.</translation>
    </message>
    <message id="comfort.text_size">
        <source></source>
        <translation>Text size</translation>
    </message>
    <message id="comfort.sample">
        <source></source>
        <translation>Aa</translation>
    </message>
    <message id="comfort.size.small">
        <source></source>
        <translation>Small</translation>
    </message>
    <message id="comfort.size.medium">
        <source></source>
        <translation>Medium</translation>
    </message>
    <message id="comfort.size.large">
        <source></source>
        <translation>Large</translation>
    </message>
    <message id="comfort.size.largest">
        <source></source>
        <translation>Largest</translation>
    </message>
    <message id="comfort.colors">
        <source></source>
        <translation>Colors</translation>
    </message>
    <message id="comfort.scheme.light">
        <source></source>
        <translation>Light</translation>
    </message>
    <message id="comfort.scheme.dark">
        <source></source>
        <translation>Dark</translation>
    </message>
    <message id="comfort.scheme.contrast">
        <source></source>
        <translation>High contrast</translation>
    </message>
    <message id="comfort.touch">
        <source></source>
        <translation>Touch and motion</translation>
    </message>
    <message id="comfort.easy_touch">
        <source></source>
        <translation>Large buttons</translation>
    </message>
    <message id="comfort.calm">
        <source></source>
        <translation>Keep pictures still</translation>
    </message>
    <message id="comfort.reach">
        <source></source>
        <translation>Within reach</translation>
    </message>
    <message id="comfort.reach.whole">
        <source></source>
        <translation>Whole screen</translation>
    </message>
    <message id="comfort.reach.low">
        <source></source>
        <translation>Lower half</translation>
    </message>
    <message id="comfort.reach.low_left">
        <source></source>
        <translation>Lower left</translation>
    </message>
    <message id="comfort.reach.low_right">
        <source></source>
        <translation>Lower right</translation>
    </message>
    <message id="comfort.switch">
        <source></source>
        <translation>One switch</translation>
    </message>
    <message id="comfort.switch.pace">
        <source></source>
        <translation>One switch: each is lit for %1 s</translation>
    </message>
    <message id="comfort.switch.on">
        <source></source>
        <translation>Light up one after the other</translation>
    </message>
    <message id="comfort.switch.slower">
        <source></source>
        <translation>Slower</translation>
    </message>
    <message id="comfort.switch.faster">
        <source></source>
        <translation>Faster</translation>
    </message>
    <message id="cover.title">
        <source></source>
        <translation>Cover the screen</translation>
    </message>
    <message id="cover.again">
        <source></source>
        <translation>Cover the screen. Your picture: %1</translation>
    </message>
    <message id="cover.how">
        <source></source>
        <translation>Touch one of these pictures: it covers the screen at once. Touch the same picture to come back.</translation>
    </message>
    <message id="cover.leave">
        <source></source>
        <translation>Do not cover</translation>
    </message>
    <message id="cover.touch">
        <source></source>
        <translation>Touch your picture to go on</translation>
    </message>
    <message id="cover.missed">
        <source></source>
        <translation>It was not this one: %1. Nothing is lost. Please touch another picture.</translation>
    </message>
    <message id="cover.leaf">
        <source></source>
        <translation>Leaf</translation>
    </message>
    <message id="cover.cup">
        <source></source>
        <translation>Cup</translation>
    </message>
    <message id="cover.star">
        <source></source>
        <translation>Star</translation>
    </message>
    <message id="top.about">
        <source></source>
        <translation>About</translation>
    </message>
    <message id="bar.start_over">
        <source></source>
        <translation>Start over</translation>
    </message>
    <message id="bar.home">
        <source></source>
        <translation>All causes</translation>
    </message>
    <message id="bar.self_check">
        <source></source>
        <translation>Self-check</translation>
    </message>
    <message id="bar.callback">
        <source></source>
        <translation>Ask us to call you</translation>
    </message>
    <message id="bar.stop">
        <source></source>
        <translation>Stop</translation>
    </message>
    <message id="bar.back">
        <source></source>
        <translation>Back</translation>
    </message>
    <message id="bar.next">
        <source></source>
        <translation>Next</translation>
    </message>
    <message id="stop.brain">
        <source></source>
        <translation>brain</translation>
    </message>
    <message id="stop.nerve_cell">
        <source></source>
        <translation>nerve cell</translation>
    </message>
    <message id="stop.nerve_fiber">
        <source></source>
        <translation>nerve fiber</translation>
    </message>
    <message id="stop.junction">
        <source></source>
        <translation>junction</translation>
    </message>
    <message id="stop.muscle">
        <source></source>
        <translation>muscle</translation>
    </message>
    <message id="picture.enlarge">
        <source></source>
        <translation>Larger picture</translation>
    </message>
    <message id="picture.close">
        <source></source>
        <translation>Back to the text</translation>
    </message>
    <message id="closer.look">
        <source></source>
        <translation>Look closer: %1</translation>
    </message>
    <message id="closer.back">
        <source></source>
        <translation>Back to the whole picture</translation>
    </message>
    <message id="closer.nerve_cell">
        <source></source>
        <translation>The nerve cell sits in the front of the spinal cord. It sends the signal on to the muscle.</translation>
    </message>
    <message id="closer.nerve_fiber">
        <source></source>
        <translation>The nerve fiber is long and thin. Its sleeves (myelin) make the signal fast.</translation>
    </message>
    <message id="closer.junction">
        <source></source>
        <translation>Here nerve meets muscle. The nerve lets out a messenger, and it lands on the muscle.</translation>
    </message>
    <message id="closer.muscle">
        <source></source>
        <translation>When the messenger lands, the muscle fiber pulls. Tiny parts (mitochondria) give it energy.</translation>
    </message>
    <message id="card.lost_at">
        <source></source>
        <translation>Problem in: {stops}</translation>
    </message>
    <message id="card.arrives">
        <source></source>
        <translation>The signal arrives</translation>
    </message>
    <message id="bar.done">
        <source></source>
        <translation>Done</translation>
    </message>
    <message id="timeout.reading" numerus="yes">
        <source></source>
        <translation>
            <numerusform>This screen starts over in %n second.</numerusform>
            <numerusform>This screen starts over in %n seconds.</numerusform>
        </translation>
    </message>
    <message id="callback.phone.locked">
        <source></source>
        <translation>Your number is locked as soon as you finish.</translation>
    </message>
    <message id="callback.progress">
        <source></source>
        <translation>Step {number} of {count}</translation>
    </message>
    <message id="home.title">
        <source></source>
        <translation>What causes neuromuscular conditions?</translation>
    </message>
    <message id="home.subtitle">
        <source></source>
        <translation>Touch a picture to see where the signal from nerve to muscle is lost.</translation>
    </message>
    <message id="home.more">
        <source></source>
        <translation>More</translation>
    </message>
    <message id="review.draft">
        <source></source>
        <translation>Draft: not yet checked</translation>
    </message>
    <message id="review.draft_long">
        <source></source>
        <translation>This text is a draft. No doctor or nurse has checked it yet.</translation>
    </message>
    <message id="review.signed">
        <source></source>
        <translation>Checked by {reviewer} on {date}. Next check by {next_review}.</translation>
    </message>
    <message id="card.healthy">
        <source></source>
        <translation>Healthy</translation>
    </message>
    <message id="card.affected">
        <source></source>
        <translation>Affected</translation>
    </message>
    <message id="card.picture">
        <source></source>
        <translation>Picture</translation>
    </message>
    <message id="card.urgent">
        <source></source>
        <translation>Urgent signs</translation>
    </message>
    <message id="card.sources">
        <source></source>
        <translation>Sources</translation>
    </message>
    <message id="card.close_sources">
        <source></source>
        <translation>Close sources</translation>
    </message>
    <message id="take_home.open">
        <source></source>
        <translation>Take home</translation>
    </message>
    <message id="take_home.close">
        <source></source>
        <translation>Close</translation>
    </message>
    <message id="take_home.title">
        <source></source>
        <translation>On your phone</translation>
    </message>
    <message id="take_home.questions">
        <source></source>
        <translation>My questions:</translation>
    </message>
    <message id="take_home.left_out">
        <source></source>
        <translation>The code has no room for:</translation>
    </message>
    <message id="take_home.code">
        <source></source>
        <translation>A code for the camera of your phone</translation>
    </message>
    <message id="take_home.how">
        <source></source>
        <translation>Point your phone camera here, then add the contact. It needs no network.</translation>
    </message>
    <message id="card.back">
        <source></source>
        <translation>Back one step</translation>
    </message>
    <message id="card.more">
        <source></source>
        <translation>More</translation>
    </message>
    <message id="card.next">
        <source></source>
        <translation>Next</translation>
    </message>
    <message id="card.finish">
        <source></source>
        <translation>Back to all causes</translation>
    </message>
    <message id="teach_back.right">
        <source></source>
        <translation>Yes, that is it.</translation>
    </message>
    <message id="teach_back.another_way">
        <source></source>
        <translation>Let us say it another way.</translation>
    </message>
    <message id="teach_back.again">
        <source></source>
        <translation>Try again</translation>
    </message>
    <message id="help.open">
        <source></source>
        <translation>I need help now</translation>
    </message>
    <message id="help.title">
        <source></source>
        <translation>Please tell the front desk now.</translation>
    </message>
    <message id="help.show">
        <source></source>
        <translation>Show them this screen.</translation>
    </message>
    <message id="help.raise">
        <source></source>
        <translation>If you cannot get up, raise your hand or ask someone near you.</translation>
    </message>
    <message id="help.call">
        <source></source>
        <translation>If no staff are near, call %1.</translation>
    </message>
    <message id="help.right">
        <source></source>
        <translation>You did the right thing by checking.</translation>
    </message>
    <message id="help.close">
        <source></source>
        <translation>Close</translation>
    </message>
    <message id="help.close_question">
        <source></source>
        <translation>Close this screen?</translation>
    </message>
    <message id="help.close_sure">
        <source></source>
        <translation>Yes, close</translation>
    </message>
    <message id="help.keep">
        <source></source>
        <translation>Keep it open</translation>
    </message>
    <message id="desk.title">
        <source></source>
        <translation>Please ask at the desk.</translation>
    </message>
    <message id="desk.not_ready">
        <source></source>
        <translation>This screen is not ready to use. Our staff can help you.</translation>
    </message>
    <message id="timeout.title">
        <source></source>
        <translation>Are you still there?</translation>
    </message>
    <message id="timeout.seconds" numerus="yes">
        <source></source>
        <translation>
            <numerusform>This screen starts over in %n second. What you typed will be forgotten.</numerusform>
            <numerusform>This screen starts over in %n seconds. What you typed will be forgotten.</numerusform>
        </translation>
    </message>
    <message id="timeout.stay">
        <source></source>
        <translation>I am still here</translation>
    </message>
    <message id="keypad.delete">
        <source></source>
        <translation>Delete</translation>
    </message>
    <message id="keypad.plus">
        <source></source>
        <translation>Plus</translation>
    </message>
    <message id="callback.notice.title">
        <source></source>
        <translation>First: do you need help now?</translation>
    </message>
    <message id="callback.notice.if">
        <source></source>
        <translation>Tell the front desk now, or call {emergency_number}, if any of this is new or worse than usual for you, even if it has gone away:</translation>
    </message>
    <message id="callback.notice.breathing">
        <source></source>
        <translation>Trouble breathing, choking, or cannot swallow</translation>
    </message>
    <message id="callback.notice.chest">
        <source></source>
        <translation>Pain or pressure in the chest</translation>
    </message>
    <message id="callback.notice.stroke">
        <source></source>
        <translation>One side of the face drooping, or an arm, hand or leg suddenly weak or numb</translation>
    </message>
    <message id="callback.notice.spreading">
        <source></source>
        <translation>Weakness or numbness that is spreading, or new numbness around the groin, bottom or inner thighs</translation>
    </message>
    <message id="callback.notice.sudden">
        <source></source>
        <translation>Sudden trouble speaking, seeing (also one eye) or walking, sudden confusion, or a sudden very bad headache</translation>
    </message>
    <message id="callback.notice.bladder">
        <source></source>
        <translation>Cannot pee, or new trouble starting or holding pee or poop</translation>
    </message>
    <message id="callback.notice.urine">
        <source></source>
        <translation>Dark, cola-colored pee with sore, swollen or weak muscles</translation>
    </message>
    <message id="callback.notice.joint">
        <source></source>
        <translation>A hot, red, swollen joint with fever or chills, or one calf newly swollen, hot or sore</translation>
    </message>
    <message id="callback.notice.injury">
        <source></source>
        <translation>A hard hit or fall in the last days that badly hurt your head, neck or back</translation>
    </message>
    <message id="callback.privacy.title">
        <source></source>
        <translation>What happens to your number</translation>
    </message>
    <message id="callback.privacy.lock">
        <source></source>
        <translation>We lock your number. Only our staff can open it.</translation>
    </message>
    <message id="callback.privacy.delete" numerus="yes">
        <source></source>
        <translation>
            <numerusform>We delete it {delete_days} day after export.</numerusform>
            <numerusform>We delete it {delete_days} days after export.</numerusform>
        </translation>
    </message>
    <message id="callback.privacy.take_back">
        <source></source>
        <translation>To take it back, call {phone} or ask the desk.</translation>
    </message>
    <message id="callback.privacy.clears">
        <source></source>
        <translation>This screen warns you after 3 quiet minutes. One minute later it forgets what you typed.</translation>
    </message>
    <message id="callback.phone.title">
        <source></source>
        <translation>What number do you want us to call you on?</translation>
    </message>
    <message id="callback.phone.field">
        <source></source>
        <translation>Your number so far: {number}</translation>
    </message>
    <message id="callback.phone.field_empty">
        <source></source>
        <translation>Your number: nothing typed yet</translation>
    </message>
    <message id="callback.phone.hint">
        <source></source>
        <translation>Start with the area code. For a number in another country, start with +.</translation>
    </message>
    <message id="callback.refusal.empty">
        <source></source>
        <translation>Please type a number first.</translation>
    </message>
    <message id="callback.refusal.urgent">
        <source></source>
        <translation>This screen cannot call for help. Please tell the front desk now.</translation>
    </message>
    <message id="callback.refusal.too_short">
        <source></source>
        <translation>This number is too short. Please check it. Did you type the area code?</translation>
    </message>
    <message id="callback.refusal.too_long">
        <source></source>
        <translation>This number is too long. Please check it.</translation>
    </message>
    <message id="callback.refusal.full">
        <source></source>
        <translation>No more digits fit here. Please check this number.</translation>
    </message>
    <message id="callback.refusal.unknown_country">
        <source></source>
        <translation>We do not know this country code. Please check the first digits.</translation>
    </message>
    <message id="callback.refusal.impossible">
        <source></source>
        <translation>No phone number there has this many digits. Please check it.</translation>
    </message>
    <message id="callback.check.title">
        <source></source>
        <translation>Check your answers</translation>
    </message>
    <message id="callback.check.phone">
        <source></source>
        <translation>Number: {answer}</translation>
    </message>
    <message id="callback.check.odd">
        <source></source>
        <translation>Please check this number. It looks unusual. You can still use it.</translation>
    </message>
    <message id="callback.consent.call">
        <source></source>
        <translation>When you touch “Ask for a call”, you agree that {clinic} may call you on this number about your request.</translation>
    </message>
    <message id="callback.check.when" numerus="yes">
        <source></source>
        <translation>
            <numerusform>We call within {call_days} working day.</numerusform>
            <numerusform>We call within {call_days} working days.</numerusform>
        </translation>
    </message>
    <message id="callback.check.by">
        <source></source>
        <translation>We call by {call_by}.</translation>
    </message>
    <message id="callback.check.no_day">
        <source></source>
        <translation>We will call. The clock here is not set, so we name no day.</translation>
    </message>
    <message id="callback.check.send">
        <source></source>
        <translation>Ask for a call</translation>
    </message>
    <message id="callback.sending.title">
        <source></source>
        <translation>One moment</translation>
    </message>
    <message id="callback.sending.wait">
        <source></source>
        <translation>We are locking your number.</translation>
    </message>
    <message id="callback.done.title">
        <source></source>
        <translation>Thank you. We will call you.</translation>
    </message>
    <message id="callback.done.when" numerus="yes">
        <source></source>
        <translation>
            <numerusform>{clinic} will call you within {call_days} working day.</numerusform>
            <numerusform>{clinic} will call you within {call_days} working days.</numerusform>
        </translation>
    </message>
    <message id="callback.done.by">
        <source></source>
        <translation>{clinic} will call you by {call_by}.</translation>
    </message>
    <message id="callback.done.no_day">
        <source></source>
        <translation>{clinic} will call you. This screen cannot say by which day: its clock is not set. You can ask at the front desk.</translation>
    </message>
    <message id="callback.done.cancel">
        <source></source>
        <translation>To change or cancel, call {phone} or ask the desk.</translation>
    </message>
    <message id="callback.done.nothing_more">
        <source></source>
        <translation>There is nothing more to do.</translation>
    </message>
    <message id="callback.done.clears" numerus="yes">
        <source></source>
        <translation>
            <numerusform>This screen clears in %n second.</numerusform>
            <numerusform>This screen clears in %n seconds.</numerusform>
        </translation>
    </message>
    <message id="callback.done.clear">
        <source></source>
        <translation>I am finished</translation>
    </message>
    <message id="callback.desk.why">
        <source></source>
        <translation>We cannot take your request on this screen right now.</translation>
    </message>
    <message id="callback.desk.nothing_kept">
        <source></source>
        <translation>Nothing you typed was kept. Our staff can note your number.</translation>
    </message>
    <message id="about.title">
        <source></source>
        <translation>About this screen</translation>
    </message>
    <message id="about.purpose">
        <source></source>
        <translation>General education and a prompt to speak with clinic staff. Not intended to diagnose, screen for, monitor, treat or prevent any disease.</translation>
    </message>
    <message id="about.publisher">
        <source></source>
        <translation>Published by {clinic}. {clinic} also offers care for some of these conditions.</translation>
    </message>
    <message id="about.not_a_diagnosis">
        <source></source>
        <translation>It does not replace your care team. In an emergency call {emergency_number} or tell the front desk.</translation>
    </message>
    <message id="about.memory">
        <source></source>
        <translation>This screen needs no name. It forgets what you touched when you leave. A call-back request is locked, and only our staff can open it.</translation>
    </message>
    <message id="about.versions">
        <source></source>
        <translation>Program {program}. Content {content}.</translation>
    </message>
    <message id="about.self_check">
        <source></source>
        <translation>Self-check</translation>
    </message>
    <message id="about.draft">
        <source></source>
        <translation>Not yet checked by a doctor or nurse: {titles}.</translation>
    </message>
    <message id="about.reviewed">
        <source></source>
        <translation>{title}: checked by {reviewer} on {date}, next check by {next_review}</translation>
    </message>
    <message id="language.name">
        <source></source>
        <translation>English</translation>
    </message>
    <message id="card.from_clinic">
        <source></source>
        <translation>From the clinic</translation>
    </message>
    <message id="card.keep_questions">
        <source></source>
        <translation>Touch a question to keep it for your visit.</translation>
    </message>
    <message id="questions.open">
        <source></source>
        <translation>My questions: %1</translation>
    </message>
    <message id="questions.title">
        <source></source>
        <translation>My questions</translation>
    </message>
    <message id="questions.show">
        <source></source>
        <translation>Show this list to your doctor or nurse.</translation>
    </message>
    <message id="questions.forget">
        <source></source>
        <translation>We do not save this list. It is gone when you leave.</translation>
    </message>
    <message id="check.title">
        <source></source>
        <translation>A short self-check</translation>
    </message>
    <message id="check.start">
        <source></source>
        <translation>Start</translation>
    </message>
    <message id="check.question">
        <source></source>
        <translation>Question {number} of {count}</translation>
    </message>
    <message id="check.goes_on">
        <source></source>
        <translation>Goes on by itself. Touch anywhere to stay.</translation>
    </message>
    <message id="check.touch_first">
        <source></source>
        <translation>Touch an answer first.</translation>
    </message>
    <message id="steps.at">
        <source></source>
        <translation>Step %1 of %2</translation>
    </message>
    <message id="check.touch_all">
        <source></source>
        <translation>Touch all that fit.</translation>
    </message>
    <message id="check.touch_one">
        <source></source>
        <translation>Touch one.</translation>
    </message>
    <message id="check.code">
        <source></source>
        <translation>Code {code}</translation>
    </message>
    <message id="check.call_at_desk">
        <source></source>
        <translation>Would you like a call? Please ask at the desk.</translation>
    </message>
    <message id="check.topics">
        <source></source>
        <translation>Topics you may want to read</translation>
    </message>
    <message id="check.ask_desk">
        <source></source>
        <translation>Please ask the front desk.</translation>
    </message>
    <message id="check.not_ready">
        <source></source>
        <translation>The self-check is not ready in this language yet.</translation>
    </message>
    <message id="about.words">
        <source></source>
        <translation>Buttons and short texts</translation>
    </message>
    <message id="callback.name.title">
        <source></source>
        <translation>What should we call you?</translation>
    </message>
    <message id="callback.name.hint">
        <source></source>
        <translation>You can skip this.</translation>
    </message>
    <message id="callback.name.full">
        <source></source>
        <translation>No more letters fit here. You can go on, or make it shorter.</translation>
    </message>
    <message id="callback.helper.title">
        <source></source>
        <translation>What is your helper’s name?</translation>
    </message>
    <message id="callback.helper.hint">
        <source></source>
        <translation>We ask for this person.</translation>
    </message>
    <message id="callback.helper.missing">
        <source></source>
        <translation>Please type a name first.</translation>
    </message>
    <message id="callback.name.field">
        <source></source>
        <translation>The name so far: {name}</translation>
    </message>
    <message id="callback.name.field_empty">
        <source></source>
        <translation>The name: nothing typed yet</translation>
    </message>
    <message id="keypad.space">
        <source></source>
        <translation>Space</translation>
    </message>
    <message id="keypad.more_letters">
        <source></source>
        <translation>More letters</translation>
    </message>
    <message id="keypad.accents">
        <source></source>
        <translation>Letters with accents</translation>
    </message>
    <message id="keypad.letters">
        <source></source>
        <translation>Plain letters</translation>
    </message>
    <message id="keypad.capitals">
        <source></source>
        <translation>Capital letters</translation>
    </message>
    <message id="keypad.small">
        <source></source>
        <translation>Small letters</translation>
    </message>
    <message id="callback.window.title">
        <source></source>
        <translation>When do you have the most energy?</translation>
    </message>
    <message id="callback.window.morning">
        <source></source>
        <translation>Morning</translation>
    </message>
    <message id="callback.window.midday">
        <source></source>
        <translation>Middle of the day</translation>
    </message>
    <message id="callback.window.afternoon">
        <source></source>
        <translation>Afternoon</translation>
    </message>
    <message id="callback.window.any">
        <source></source>
        <translation>Any time</translation>
    </message>
    <message id="callback.language.title">
        <source></source>
        <translation>Which language shall we speak?</translation>
    </message>
    <message id="callback.language.other">
        <source></source>
        <translation>Another language</translation>
    </message>
    <message id="callback.other_language.title">
        <source></source>
        <translation>Which other language?</translation>
    </message>
    <message id="callback.other_language.not_here">
        <source></source>
        <translation>A language that is not here</translation>
    </message>
    <message id="callback.interpreter.title">
        <source></source>
        <translation>Do you need an interpreter?</translation>
    </message>
    <message id="callback.yes">
        <source></source>
        <translation>Yes</translation>
    </message>
    <message id="callback.no">
        <source></source>
        <translation>No</translation>
    </message>
    <message id="callback.hard.box">
        <source></source>
        <translation>Talking on the phone is hard for me</translation>
    </message>
    <message id="callback.hard.title">
        <source></source>
        <translation>What would make the call easier?</translation>
    </message>
    <message id="callback.hard.hint">
        <source></source>
        <translation>Touch all that fit, or touch Next.</translation>
    </message>
    <message id="callback.hard.slowly">
        <source></source>
        <translation>Please speak slowly and give me time</translation>
    </message>
    <message id="callback.hard.text_first">
        <source></source>
        <translation>Send me a text first</translation>
    </message>
    <message id="callback.hard.relay">
        <source></source>
        <translation>I use a relay service</translation>
    </message>
    <message id="callback.hard.helper">
        <source></source>
        <translation>Please talk to my helper</translation>
    </message>
    <message id="callback.consent.title">
        <source></source>
        <translation>If you do not answer</translation>
    </message>
    <message id="callback.consent.hint">
        <source></source>
        <translation>Touch what we may do. You can also touch nothing.</translation>
    </message>
    <message id="callback.consent.voicemail">
        <source></source>
        <translation>You may leave this voicemail: “This is {clinic}. Please call us back at {phone}.”</translation>
    </message>
    <message id="callback.consent.text">
        <source></source>
        <translation>You may send me a text about this call.</translation>
    </message>
    <message id="callback.consent.needed">
        <source></source>
        <translation>You asked for a text first. Please touch the line about the text, or go back.</translation>
    </message>
    <message id="callback.check.name">
        <source></source>
        <translation>Name: {answer}</translation>
    </message>
    <message id="callback.check.window">
        <source></source>
        <translation>Best time: {answer}</translation>
    </message>
    <message id="callback.check.language">
        <source></source>
        <translation>Language: {answer}</translation>
    </message>
    <message id="callback.check.other_language">
        <source></source>
        <translation>Other language: {answer}</translation>
    </message>
    <message id="callback.check.interpreter">
        <source></source>
        <translation>Interpreter: {answer}</translation>
    </message>
    <message id="callback.check.hard">
        <source></source>
        <translation>Phone help: {answer}</translation>
    </message>
    <message id="callback.check.helper">
        <source></source>
        <translation>Helper: {answer}</translation>
    </message>
    <message id="callback.check.consent">
        <source></source>
        <translation>Voicemail: {voicemail}. Text: {text}</translation>
    </message>
    <message id="callback.check.nothing">
        <source></source>
        <translation>not given</translation>
    </message>
    <message id="callback.check.hint">
        <source></source>
        <translation>Touch a line to change it.</translation>
    </message>
    <message id="callback.stop.title">
        <source></source>
        <translation>Stop and delete your answers?</translation>
    </message>
    <message id="callback.stop.text">
        <source></source>
        <translation>You have typed or chosen something. If you stop, this screen forgets it.</translation>
    </message>
    <message id="callback.stop.stay">
        <source></source>
        <translation>Go on with the form</translation>
    </message>
    <message id="callback.stop.leave">
        <source></source>
        <translation>Stop and delete my answers</translation>
    </message>
    <message id="callback.done.shows">
        <source></source>
        <translation>Our call will show this number: {caller_number}</translation>
    </message>
    <message id="callback.done.undo">
        <source></source>
        <translation>Undo</translation>
    </message>
    <message id="callback.take_back.title">
        <source></source>
        <translation>Take your request back?</translation>
    </message>
    <message id="callback.take_back.text">
        <source></source>
        <translation>Then nobody will call you about it.</translation>
    </message>
    <message id="callback.take_back.stay">
        <source></source>
        <translation>Keep my request</translation>
    </message>
    <message id="callback.take_back.leave">
        <source></source>
        <translation>Take my request back</translation>
    </message>
    <message id="callback.undone.title">
        <source></source>
        <translation>Taken back. Nobody will call.</translation>
    </message>
    <message id="callback.undone.again">
        <source></source>
        <translation>You can ask us again at any time.</translation>
    </message>
    <message id="callback.not_undone.why">
        <source></source>
        <translation>We could not take your request back on this screen.</translation>
    </message>
    <message id="callback.undone.wait">
        <source></source>
        <translation>We are taking back your request.</translation>
    </message>
    <message id="card.today_caption">
        <source></source>
        <translation>Write it down. List your medicines. Bring someone.</translation>
    </message>
    <message id="card.today_alt">
        <source></source>
        <translation>A sheet of paper with a pen, medicines beside a list, and two people going in together.</translation>
    </message>
    <message id="keypad.enter">
        <source></source>
        <translation>Enter</translation>
    </message>
    <message id="staff.title">
        <source></source>
        <translation>Staff</translation>
    </message>
    <message id="staff.close">
        <source></source>
        <translation>Close</translation>
    </message>
    <message id="staff.pin.field" numerus="yes">
        <source></source>
        <translation>
            <numerusform>Staff PIN, %n digit typed</numerusform>
            <numerusform>Staff PIN, %n digits typed</numerusform>
        </translation>
    </message>
    <message id="staff.pin.hint">
        <source></source>
        <translation>Type the staff PIN, then touch the check mark.</translation>
    </message>
    <message id="staff.pin.wrong">
        <source></source>
        <translation>That did not work.</translation>
    </message>
    <message id="staff.pin.unchecked">
        <source></source>
        <translation>The PIN cannot be checked now. Wait a moment, then try again.</translation>
    </message>
    <message id="staff.pin.wait" numerus="yes">
        <source></source>
        <translation>
            <numerusform>You can try again in %n second.</numerusform>
            <numerusform>You can try again in %n seconds.</numerusform>
        </translation>
    </message>
    <message id="staff.pin.not_set">
        <source></source>
        <translation>No staff PIN is set. IT can set one with: kiosk staff-pin set</translation>
    </message>
    <message id="staff.copy">
        <source></source>
        <translation>Copy requests for the desk</translation>
    </message>
    <message id="staff.recipients.find">
        <source></source>
        <translation>Take in recipients.txt from the stick</translation>
    </message>
    <message id="staff.recipients.compare">
        <source></source>
        <translation>Compare these six words with those at the desk, aloud. They decide who can open requests. If one is different, touch Back, take the stick out and tell IT.</translation>
    </message>
    <message id="staff.recipients.names">
        <source></source>
        <translation>Stick %1, keys: %2 (%3)</translation>
    </message>
    <message id="staff.recipients.sure">
        <source></source>
        <translation>Yes, the same words</translation>
    </message>
    <message id="staff.recipients.taking">
        <source></source>
        <translation>Handing it in. Please wait.</translation>
    </message>
    <message id="staff.recipients.taken">
        <source></source>
        <translation>Taken in: from now on requests are sealed with these keys. You can take the stick out.</translation>
    </message>
    <message id="staff.recipients.not_here">
        <source></source>
        <translation>This kiosk cannot take it in by itself: IT puts recipients.txt in its place. The handbook says how.</translation>
    </message>
    <message id="staff.recipients.no_file">
        <source></source>
        <translation>The stick has no recipients.txt. At the desk, the page People copies it to the stick.</translation>
    </message>
    <message id="staff.recipients.many">
        <source></source>
        <translation>More than one stick has a recipients.txt. Leave in the one from the desk, then look again.</translation>
    </message>
    <message id="staff.recipients.unread">
        <source></source>
        <translation>The recipients.txt on this stick cannot be read. Nothing was changed. Copy it again at the desk.</translation>
    </message>
    <message id="staff.recipients.secret">
        <source></source>
        <translation>This recipients.txt holds a secret key, which opens requests. Nothing was changed. Take the stick out and bring it back to the desk: that person needs a new key.</translation>
    </message>
    <message id="staff.recipients.unusable">
        <source></source>
        <translation>This recipients.txt cannot be used. Nothing was changed. Copy it to the stick again at the desk.</translation>
    </message>
    <message id="staff.recipients.unwritten">
        <source></source>
        <translation>The kiosk's disk refused. See in the menu which words count now, and tell IT.</translation>
    </message>
    <message id="staff.recipients.untaken">
        <source></source>
        <translation>The service that takes it in did not come. Nothing was changed. Try once more; if it does not come again, tell IT.</translation>
    </message>
    <message id="staff.recipients.unanswered">
        <source></source>
        <translation>No answer came. See in the menu which words count now; if they are the old ones, tell IT.</translation>
    </message>
    <message id="staff.wipe">
        <source></source>
        <translation>Clean the screen</translation>
    </message>
    <message id="staff.go_on">
        <source></source>
        <translation>We looked: go on</translation>
    </message>
    <message id="staff.wipe.title">
        <source></source>
        <translation>Touch is off. Clean the screen now.</translation>
    </message>
    <message id="staff.wipe.left" numerus="yes">
        <source></source>
        <translation>
            <numerusform>Touch is on again in %n second.</numerusform>
            <numerusform>Touch is on again in %n seconds.</numerusform>
        </translation>
    </message>
    <message id="staff.restart">
        <source></source>
        <translation>Restart</translation>
    </message>
    <message id="staff.restart.sure">
        <source></source>
        <translation>Yes, restart</translation>
    </message>
    <message id="staff.leave">
        <source></source>
        <translation>Leave the kiosk</translation>
    </message>
    <message id="staff.leave.sure">
        <source></source>
        <translation>Yes, leave</translation>
    </message>
    <message id="staff.keep">
        <source></source>
        <translation>No, stay here</translation>
    </message>
    <message id="staff.places.choose">
        <source></source>
        <translation>Where do the requests go? They stay locked.</translation>
    </message>
    <message id="staff.places.none">
        <source></source>
        <translation>There is no stick. Put one in, wait a moment, then look again.</translation>
    </message>
    <message id="staff.places.unlisted">
        <source></source>
        <translation>The sticks cannot be listed now. Wait a moment, then look again. If that does not help, tell IT.</translation>
    </message>
    <message id="staff.places.no_share">
        <source></source>
        <translation>The shared folder is not connected: the folder for the requests is not in it. Nothing was copied and nothing is lost. Tell IT, or take a stick.</translation>
    </message>
    <message id="staff.places.no_answer">
        <source></source>
        <translation>No answer comes from there. It was given up, and nothing is lost. Put the stick in again, or take another one.</translation>
    </message>
    <message id="staff.places.share_hangs">
        <source></source>
        <translation>No answer comes from the shared folder. It was given up, and nothing is lost. Tell IT, or take a stick.</translation>
    </message>
    <message id="staff.places.again">
        <source></source>
        <translation>Look again</translation>
    </message>
    <message id="staff.places.share">
        <source></source>
        <translation>Shared folder</translation>
    </message>
    <message id="staff.copying">
        <source></source>
        <translation>Copying. Leave the stick in.</translation>
    </message>
    <message id="staff.copying.some">
        <source></source>
        <translation>Copying %1 of %2. Leave the stick in.</translation>
    </message>
    <message id="staff.copying.share">
        <source></source>
        <translation>Copying to the shared folder.</translation>
    </message>
    <message id="staff.copying.share.some">
        <source></source>
        <translation>Copying %1 of %2 to the shared folder.</translation>
    </message>
    <message id="staff.copied.there">
        <source></source>
        <translation>Requests for the desk, checked: %1</translation>
    </message>
    <message id="staff.copied.receipts">
        <source></source>
        <translation>The desk has these already, they left this list: %1</translation>
    </message>
    <message id="staff.copied.damaged">
        <source></source>
        <translation>Damaged, kept here for IT: %1</translation>
    </message>
    <message id="staff.copied.unread">
        <source></source>
        <translation>Could not be read now, still here for the next copy: %1</translation>
    </message>
    <message id="staff.copied.odd">
        <source></source>
        <translation>Not ours, left on the stick for IT: %1</translation>
    </message>
    <message id="staff.copied.odd.share">
        <source></source>
        <translation>Not ours, left in the shared folder for IT: %1</translation>
    </message>
    <message id="staff.copied.unmarked">
        <source></source>
        <translation>The disk of this kiosk takes no changes, so it cannot note what was copied. Nothing is lost: the next copy brings the same again. Tell IT.</translation>
    </message>
    <message id="staff.copied.take_out">
        <source></source>
        <translation>You can take the stick out.</translation>
    </message>
    <message id="staff.copied.take_out.share">
        <source></source>
        <translation>The desk can take them in from the shared folder.</translation>
    </message>
    <message id="staff.safe_mode">
        <source></source>
        <translation>Safe mode: the kiosk stopped three times within five minutes. Visitors see the cards as text, without your clinic's own. All of it is tried again within an hour, or when you touch Restart.</translation>
    </message>
    <message id="staff.safe_mode.no_form">
        <source></source>
        <translation>Even so it stopped again, or a part of the form is broken: the form only says to ask at the desk.</translation>
    </message>
    <message id="staff.health.open">
        <source></source>
        <translation>The call form is open.</translation>
    </message>
    <message id="staff.health.clock">
        <source></source>
        <translation>The clock is not set: it says %1. Set date and time, or tell IT. If they are right, touch “We looked: go on”. Until then no day is promised.</translation>
    </message>
    <message id="staff.health.closed">
        <source></source>
        <translation>The call form is closed:</translation>
    </message>
    <message id="staff.health.forgets">
        <source></source>
        <translation>The disk may have forgotten requests. Tell IT. See at the desk whether numbers of this kiosk are missing or come twice. Then touch “We looked: go on”.</translation>
    </message>
    <message id="staff.health.waiting">
        <source></source>
        <translation>Waiting here: %1</translation>
    </message>
    <message id="staff.health.oldest">
        <source></source>
        <translation>The oldest is from %1</translation>
    </message>
    <message id="staff.health.on_the_way">
        <source></source>
        <translation>Copied, no receipt from the desk yet: %1</translation>
    </message>
    <message id="staff.health.delivered">
        <source></source>
        <translation>The desk has them: %1</translation>
    </message>
    <message id="staff.health.damaged">
        <source></source>
        <translation>Damaged, for IT: %1</translation>
    </message>
    <message id="staff.health.unread">
        <source></source>
        <translation>Cannot be read now, still here: %1</translation>
    </message>
    <message id="staff.health.free">
        <source></source>
        <translation>Free disk space: %1 MB</translation>
    </message>
    <message id="staff.health.keys">
        <source></source>
        <translation>Check code, as at the desk: %1</translation>
    </message>
    <message id="staff.health.version">
        <source></source>
        <translation>Program version: %1</translation>
    </message>
    <message id="card.home_alt">
        <source></source>
        <translation>A hand on a rail beside stairs, a bright lamp over a chair, and a clear floor with everything on a shelf.</translation>
    </message>
    <message id="card.home_caption">
        <source></source>
        <translation>Rails, good light, clear floors.</translation>
    </message>
    <message id="card.ticks_alt">
        <source></source>
        <translation>A lens over a leg shows a tick, tweezers pull a tick straight up, and a day is marked in a calendar.</translation>
    </message>
    <message id="card.ticks_caption">
        <source></source>
        <translation>Look. Pull straight up. Write down the date.</translation>
    </message>
    <message id="card.family_alt">
        <source></source>
        <translation>A family of five with two of them ringed, a list with a name for each, and the list shown to care staff.</translation>
    </message>
    <message id="card.family_caption">
        <source></source>
        <translation>Think of your family. Write the list. Show it.</translation>
    </message>
    <message id="card.hundred_alt">
        <source></source>
        <translation>A hundred small figures. Ninety are light, five are striped and five are dark.</translation>
    </message>
    <message id="card.hundred_caption">
        <source></source>
        <translation>100 people with ALS. Light: no one else in the family has it. Dark or striped: someone has (5 to 10).</translation>
    </message>
    <message id="card.stroke_alt">
        <source></source>
        <translation>A face that droops on one side, two arms held out with one sinking, and words that come out broken.</translation>
    </message>
    <message id="card.stroke_caption">
        <source></source>
        <translation>Face, arm, speech: one is enough. Tell us now.</translation>
    </message>
    <message id="chapter.happens">
        <source></source>
        <translation>What happens</translation>
    </message>
    <message id="chapter.signs">
        <source></source>
        <translation>Signs</translation>
    </message>
    <message id="chapter.help">
        <source></source>
        <translation>Tests and help</translation>
    </message>
    <message id="chapter.do">
        <source></source>
        <translation>What you can do</translation>
    </message>
    <message id="chapter.more">
        <source></source>
        <translation>More about …</translation>
    </message>
    <message id="card.next_chapter">
        <source></source>
        <translation>Next: {chapter}</translation>
    </message>
    <message id="card.question">
        <source></source>
        <translation>A question for you</translation>
    </message>
    <message id="card.related">
        <source></source>
        <translation>More to read</translation>
    </message>
    <message id="card.conditions">
        <source></source>
        <translation>Which one would you like to read about?</translation>
    </message>
    <message id="picture.brain">
        <source></source>
        <translation>brain</translation>
    </message>
    <message id="picture.nerve">
        <source></source>
        <translation>nerve</translation>
    </message>
    <message id="picture.skin">
        <source></source>
        <translation>skin</translation>
    </message>
    <message id="picture.muscle">
        <source></source>
        <translation>muscle</translation>
    </message>
    <message id="card.tests_alt">
        <source></source>
        <translation>A blood draw from an arm, with tubes beside it. A forearm with a patch and a thin needle, wired to a screen that shows a wave.</translation>
    </message>
    <message id="card.tests_caption">
        <source></source>
        <translation>Left: a blood draw. Right: a test of muscle signals.</translation>
    </message>
    <message id="card.care_alt">
        <source></source>
        <translation>Pills, a glass of water and a pill box for the week; a person in a chair with a drip; and a person who holds a chair and lifts a knee.</translation>
    </message>
    <message id="card.care_caption">
        <source></source>
        <translation>Medicine. A drip (infusion). Exercise.</translation>
    </message>
</context>
</TS>
